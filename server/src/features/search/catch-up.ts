import type { Orm, Tx } from '@counterpart/db';
import { post, searchDoc, synthesis, thread } from '@counterpart/db/schema';
import { ANALYSER_VERSION } from '@counterpart/text/analyse';
import { and, eq, gt, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import type { House } from '../../platform/house.ts';
import { refreshPosts, refreshSynthesis } from './index-docs.ts';

const batch = 100;

/** Texts as this analyser takes them apart; those of an older one, or of none, are looked for. */
const asNow = (kind: 'post' | 'synthesis', id: typeof post.id | typeof synthesis.threadId) =>
  sql`(select from ${searchDoc} where ${searchDoc.kind} = ${kind} and ${searchDoc.id} = ${id}
    and ${searchDoc.analyserVersion} = ${ANALYSER_VERSION})`;

/** Whoever writes in a thread holds its row: what is done under the same lock meets nobody else's. */
async function holdThreads(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.orm
    .select({ id: thread.id })
    .from(thread)
    .where(inArray(thread.id, [...new Set(ids)]))
    .orderBy(thread.id)
    .for('no key update');
}

function selectStale(orm: Orm, which: SQL) {
  return orm
    .select({ id: post.id, threadId: post.threadId })
    .from(post)
    .where(and(which, eq(post.state, 'published'), notExists(asNow('post', post.id))))
    .orderBy(post.id)
    .limit(batch);
}

/** One batch behind `after`; gives the last id that was looked at, and null at the end. */
async function catchUpPosts(house: House, after: number): Promise<number | null> {
  const found = await house.db.query((orm) => selectStale(orm, gt(post.id, after)));
  if (found.length === 0) return null;
  await house.db.transaction({ memberId: null }, async (tx) => {
    await holdThreads(
      tx,
      found.map(({ threadId }) => threadId),
    );
    const ids = found.map(({ id }) => id);
    const still = await selectStale(tx.orm, inArray(post.id, ids));
    await refreshPosts(
      tx,
      still.map(({ id }) => id),
    );
  });
  return found.at(-1)?.id ?? null;
}

function selectStaleSyntheses(orm: Orm, which: SQL | undefined) {
  return orm
    .select({ threadId: synthesis.threadId })
    .from(synthesis)
    .where(and(which, notExists(asNow('synthesis', synthesis.threadId))));
}

async function catchUpSyntheses(house: House): Promise<void> {
  const found = await house.db.query((orm) => selectStaleSyntheses(orm, undefined));
  for (const { threadId } of found) {
    await house.db.transaction({ memberId: null }, async (tx) => {
      await holdThreads(tx, [threadId]);
      const still = await selectStaleSyntheses(tx.orm, eq(synthesis.threadId, threadId));
      if (still.length > 0) await refreshSynthesis(tx, threadId);
    });
  }
}

/**
 * Lets everything be found that is not yet, or was taken apart by an older analyser. Stopped at any
 * moment, it goes on where it was; `isStopped` is asked between batches.
 */
export async function catchUpIndex(house: House, isStopped = () => false): Promise<void> {
  let after: number | null = 0;
  while (after !== null && !isStopped()) after = await catchUpPosts(house, after);
  if (!isStopped()) await catchUpSyntheses(house);
}
