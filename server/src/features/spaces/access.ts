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

/** Condition on a row of `space`: the actor may read what a label keeps among those who joined it. */
export function innerSpaces<F>(tag: SqlTag<F>, actor: Actor): F {
  return tag`((${isStaff(actor)} and space.access <> 'private') or exists (
    select from space_member own where own.space_id = space.id and own.member_id = ${actor.memberId}))`;
}

/**
 * Condition on a row of `thread`: the actor may read it. The space is the upper bound and the
 * sharing label narrows it; staff read open and restricted spaces, private ones only as members.
 * Memberships are read in the same statement; the arrays are computed once per statement.
 */
export function visibleThreads<F>(tag: SqlTag<F>, actor: Actor): F {
  const isStaffHere = tag`${isStaff(actor)}::boolean`;
  return threadsVisibleTo(tag, { memberId: tag`${actor.memberId}`, isStaff: isStaffHere });
}

/** The same for a member who is a part of the statement: a statement may ask for several at once. */
export function threadsVisibleTo<F>(tag: SqlTag<F>, who: { memberId: F; isStaff: F }): F {
  return tag`(thread.state = 'published' and (
    thread.space_id = any(array(
      select own.space_id from space_member own where own.member_id = ${who.memberId}))
    or (thread.sharing = 'network' and thread.space_id = any(array(
      select s.id from space s where s.access = 'open')))
    or (${who.isStaff} and thread.space_id = any(array(
      select s.id from space s where s.access <> 'private')))))`;
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
