import type { Orm } from '@counterpart/db';
import { space, spaceMember } from '@counterpart/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { type Actor, isStaff } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import type { SqlTag } from '../../platform/sql-tag.ts';

export type Space = typeof space.$inferSelect;

/** The space with the actor's own standing in it. */
export interface SpaceOfActor extends Space {
  joined: boolean;
}

/** Condition on a row of `space`: the actor may know that it exists. Private spaces are unlisted. */
export function visibleSpaces<F>(tag: SqlTag<F>, actor: Actor): F {
  return tag`(space.access <> 'private' or exists (
    select from space_member own where own.space_id = space.id and own.member_id = ${actor.memberId}))`;
}

/** Condition on a row of `space`: the actor may read what is in it as far as labels allow. */
export function readableSpaces<F>(tag: SqlTag<F>, actor: Actor): F {
  return tag`(space.access = 'open' or (${isStaff(actor)} and space.access <> 'private') or exists (
    select from space_member own where own.space_id = space.id and own.member_id = ${actor.memberId}))`;
}

/** The only way to a space: throws not-found when the actor may not know of it. */
export async function spaceFor(orm: Orm, actor: Actor, id: number): Promise<SpaceOfActor> {
  const [row] = await orm
    .select({ space, joined: sql<boolean>`${spaceMember.memberId} is not null` })
    .from(space)
    .leftJoin(
      spaceMember,
      and(eq(spaceMember.spaceId, space.id), eq(spaceMember.memberId, actor.memberId)),
    )
    .where(and(eq(space.id, id), visibleSpaces(sql, actor)));
  if (row === undefined) throw notFound();
  return { ...row.space, joined: row.joined };
}
