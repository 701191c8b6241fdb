import { type Orm, type Statement, statement } from '@counterpart/db';
import { post, space, spaceMember, thread } from '@counterpart/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { type Actor, isStaff } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import { threadsVisibleTo } from '../spaces/index.ts';

export type Thread = typeof thread.$inferSelect;
export type Post = typeof post.$inferSelect;

/** The thread with what decides about verbs on it. */
export interface ThreadOfActor extends Thread {
  space: { id: number; access: typeof space.$inferSelect.access; joined: boolean };
}

interface Wanted {
  id: number;
  memberId: number;
  isStaff: boolean;
}

function selectThread(orm: Orm) {
  const who = {
    memberId: sql`${sql.placeholder('memberId')}::bigint`,
    isStaff: sql`${sql.placeholder('isStaff')}::boolean`,
  };
  return orm
    .select({
      thread,
      access: space.access,
      joined: sql<boolean>`exists (select from ${spaceMember}
        where ${spaceMember.spaceId} = ${thread.spaceId}
          and ${spaceMember.memberId} = ${who.memberId})`,
    })
    .from(thread)
    .innerJoin(space, eq(space.id, thread.spaceId))
    .where(and(eq(thread.id, sql.placeholder('id')), threadsVisibleTo(sql, who)));
}

type Row = Awaited<ReturnType<typeof selectThread>>[number];
const reading: Statement<Wanted, Row[]> = statement(selectThread);
const locking: Statement<Wanted, Row[]> = statement((orm) =>
  selectThread(orm).for('no key update', { of: thread }),
);

async function find(
  orm: Orm,
  actor: Actor,
  id: number,
  lock: boolean,
): Promise<ThreadOfActor | undefined> {
  const wanted = { id, memberId: actor.memberId, isStaff: isStaff(actor) };
  const [row] = await (lock ? locking : reading)(orm, wanted);
  if (row === undefined) return undefined;
  const { access, joined } = row;
  return { ...row.thread, space: { id: row.thread.spaceId, access, joined } };
}

/** Waits for whoever changes the thread, whether or not it may be read then. */
async function waitFor(orm: Orm, id: number): Promise<void> {
  await orm.select({ id: thread.id }).from(thread).where(eq(thread.id, id)).for('no key update');
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
  const found = await find(orm, actor, id, lock);
  if (found !== undefined) return found;
  if (!lock) throw notFound();
  // A thread that was moved while this waited for its lock does not fit its old space any more, and the
  // statement saw only that. Seen again, under the lock, it is where it is now.
  await waitFor(orm, id);
  const moved = await find(orm, actor, id, lock);
  if (moved === undefined) throw notFound();
  return moved;
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
