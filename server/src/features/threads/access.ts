import type { Orm } from '@counterpart/db';
import { post, space, spaceMember, thread } from '@counterpart/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { type Actor, isStaff } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import type { SqlTag } from '../../platform/sql-tag.ts';

export type Thread = typeof thread.$inferSelect;
export type Post = typeof post.$inferSelect;

/** The thread with what decides about verbs on it. */
export interface ThreadOfActor extends Thread {
  space: { id: number; access: typeof space.$inferSelect.access; joined: boolean };
}

/**
 * Condition on a row of `thread`: the actor may read it. The space is the upper bound and the
 * sharing label narrows it; staff read open and restricted spaces, private ones only as members.
 * Memberships are read in the same statement; the arrays are computed once per statement.
 */
export function visibleThreads<F>(tag: SqlTag<F>, actor: Actor): F {
  return tag`(thread.state = 'published' and (
    thread.space_id = any(array(
      select own.space_id from space_member own where own.member_id = ${actor.memberId}))
    or (thread.sharing = 'network' and thread.space_id = any(array(
      select s.id from space s where s.access = 'open')))
    or (${isStaff(actor)}::boolean and thread.space_id = any(array(
      select s.id from space s where s.access <> 'private')))))`;
}

/**
 * The only way to a thread: throws not-found when the actor may not read it. With `lock` the row
 * stays locked to the end of the transaction; threads are locked before posts.
 */
export async function threadFor(
  orm: Orm,
  actor: Actor,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<ThreadOfActor> {
  const query = orm
    .select({
      thread,
      access: space.access,
      joined: sql<boolean>`exists (select from ${spaceMember}
        where ${spaceMember.spaceId} = ${thread.spaceId}
          and ${spaceMember.memberId} = ${actor.memberId})`,
    })
    .from(thread)
    .innerJoin(space, eq(space.id, thread.spaceId))
    .where(and(eq(thread.id, id), visibleThreads(sql, actor)));
  const [row] = await (lock ? query.for('no key update', { of: thread }) : query);
  if (row === undefined) throw notFound();
  const { access, joined } = row;
  return { ...row.thread, space: { id: row.thread.spaceId, access, joined } };
}

/** The only way to a post, with its thread; a post that was never published is its author's alone. */
export async function postFor(
  orm: Orm,
  actor: Actor,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<{ post: Post; thread: ThreadOfActor }> {
  const [at] = await orm.select({ threadId: post.threadId }).from(post).where(eq(post.id, id));
  if (at === undefined) throw notFound();
  const found = await threadFor(orm, actor, at.threadId, { lock });
  const query = orm.select().from(post).where(eq(post.id, id));
  const [row] = await (lock ? query.for('no key update') : query);
  if (row === undefined || row.threadId !== found.id) throw notFound();
  if (row.seq === null && row.authorId !== actor.memberId) throw notFound();
  return { post: row, thread: found };
}
