import type { FollowLevel } from '@counterpart/contract';
import { type Statement, statement, type Tx } from '@counterpart/db';
import { bookmark, post, threadReader } from '@counterpart/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { acting } from '../../platform/acting.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Happenings } from '../../platform/hooks.ts';
import type { House } from '../../platform/house.ts';
import { postFor, threadFor } from '../threads/index.ts';
import { draftPlaceOf, sendDraft } from './draft-actions.ts';

const noteWriter: Statement<{
  memberId: number;
  threadId: number;
  seq: number;
  readSeq: number;
  now: Date;
}> = statement((orm) =>
  orm
    .insert(threadReader)
    .values({
      memberId: sql.placeholder('memberId'),
      threadId: sql.placeholder('threadId'),
      readSeq: sql.placeholder('readSeq'),
      openedAt: sql.placeholder('now'),
      follow: 'all',
    })
    .onConflictDoUpdate({
      target: [threadReader.memberId, threadReader.threadId],
      set: {
        follow: sql`coalesce(${threadReader.follow}, 'all')`,
        openedAt: sql`coalesce(${threadReader.openedAt}, excluded.opened_at)`,
        readSeq: sql`case when ${threadReader.readSeq} = ${sql.placeholder('seq')}::int - 1
                     then ${sql.placeholder('seq')}::int else ${threadReader.readSeq} end`,
      },
    }),
);

/**
 * Whoever writes in a thread follows it; their own post is read when all before it was, and the draft
 * it was written as is gone.
 */
export async function noteOwnPost(tx: Tx, post: Happenings['post.created']): Promise<void> {
  const { threadId, authorId: memberId, seq } = post;
  const readSeq = seq === 1 ? 1 : 0;
  const noted = noteWriter(tx.orm, { memberId, threadId, seq, readSeq, now: tx.now });
  const place = draftPlaceOf(post);
  const [wasDraft] = await Promise.all([sendDraft(tx, memberId, place, post.sent), noted]);
  if (wasDraft) tellReading(tx, memberId, threadId);
}

/**
 * Moves the actor's read position, never backwards, and tells only their own pages. Losing the last
 * of them in a crash costs a second look at a post, so the commit need not reach the disk.
 */
export async function setRead(
  house: House,
  actor: Actor,
  threadId: number,
  seq: number,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    await tx.orm.execute(sql`set local synchronous_commit = off`);
    const thread = await threadFor(tx.orm, actor, threadId);
    const readSeq = Math.min(seq, thread.lastSeq);
    const moved = await tx.orm
      .insert(threadReader)
      .values({ memberId: actor.memberId, threadId, readSeq, openedAt: tx.now })
      .onConflictDoUpdate({
        target: [threadReader.memberId, threadReader.threadId],
        set: {
          readSeq,
          openedAt: sql`coalesce(${threadReader.openedAt}, ${tx.now.toISOString()})`,
        },
        setWhere: sql`${threadReader.readSeq} < ${readSeq} or ${threadReader.openedAt} is null`,
      })
      .returning();
    if (moved.length === 0) return;
    const scope = `member:${actor.memberId}` as const;
    tx.emit({ scope, type: 'read.moved', subject: threadId, version: readSeq });
  });
}

/** The member's own pages show something of this thread differently now. */
function tellReading(tx: Tx, memberId: number, subject: number): void {
  tx.emit({ scope: `member:${memberId}`, type: 'reading.changed', subject, version: 1 });
}

/** Follows everything in a thread, only mentions of the actor, or nothing. */
export async function setFollow(
  house: House,
  actor: Actor,
  threadId: number,
  follow: FollowLevel,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    await threadFor(tx.orm, actor, threadId);
    await tx.orm
      .insert(threadReader)
      .values({ memberId: actor.memberId, threadId, follow })
      .onConflictDoUpdate({
        target: [threadReader.memberId, threadReader.threadId],
        set: { follow },
      });
    tellReading(tx, actor.memberId, threadId);
  });
}

/** Keeps a post for the actor alone; again replaces the note. */
export async function keepBookmark(
  house: House,
  actor: Actor,
  postId: number,
  note: string | undefined,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const { thread } = await postFor(tx.orm, actor, postId);
    await tx.orm
      .insert(bookmark)
      .values({ memberId: actor.memberId, postId, note: note ?? null, keptAt: tx.now })
      .onConflictDoUpdate({
        target: [bookmark.memberId, bookmark.postId],
        set: { note: note ?? null },
      });
    tellReading(tx, actor.memberId, thread.id);
  });
}

/** Lets a kept post go, also one that can no longer be read. Again changes nothing. */
export async function removeBookmark(house: House, actor: Actor, postId: number): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const gone = await tx.orm
      .delete(bookmark)
      .where(and(eq(bookmark.memberId, actor.memberId), eq(bookmark.postId, postId)))
      .returning();
    if (gone.length === 0) return;
    const [at] = await tx.orm
      .select({ threadId: post.threadId })
      .from(post)
      .where(eq(post.id, postId));
    if (at !== undefined) tellReading(tx, actor.memberId, at.threadId);
  });
}
