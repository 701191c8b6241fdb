import type { BodyOf, threadRoutes } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import { post, synthesis, synthesisSource } from '@counterpart/db/schema';
import { HTML_VERSION } from '@counterpart/text/render';
import { and, eq, inArray } from 'drizzle-orm';
import { acting } from '../../../platform/acting.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type ThreadOfActor, threadFor } from '../access.ts';
import { maySynthesise } from '../policy.ts';
import { touchThread } from './change-post.ts';
import { renderWriting } from './render-writing.ts';
import { authorship, type StoredAuthor } from './store-thread.ts';

type Input = BodyOf<typeof threadRoutes.writeSynthesis>;

async function checkMay(tx: Tx, actor: Actor, found: ThreadOfActor): Promise<void> {
  const [own] = await tx.orm
    .select({ id: post.id })
    .from(post)
    .where(
      and(
        eq(post.threadId, found.id),
        eq(post.authorId, actor.memberId),
        eq(post.state, 'published'),
      ),
    )
    .limit(1);
  const tookPart = own !== undefined;
  if (!maySynthesise(actor, { ...found, tookPart })) throw new Refusal('not-allowed');
}

/** The posts that `#3` and the like in the text name; numbers that are no published post stay text. */
async function sourcesOf(tx: Tx, threadId: number, body: string): Promise<Map<number, number>> {
  const numbers = [...body.matchAll(/#(\d{1,6})\b/g)].map(([, digits]) => Number(digits));
  if (numbers.length === 0) return new Map();
  const rows = await tx.orm
    .select({ id: post.id, seq: post.seq })
    .from(post)
    .where(
      and(
        eq(post.threadId, threadId),
        eq(post.state, 'published'),
        inArray(post.seq, [...new Set(numbers)]),
      ),
    );
  return new Map(rows.map((row) => [row.seq ?? 0, row.id]));
}

/** Turns `#3` in the text of rendered html into a link to that post, which keeps the post's id. */
function linkSources(html: string, threadId: number, sources: Map<number, number>): string {
  return html.replaceAll(/<[^>]*>|#(\d{1,6})\b/g, (found, digits?: string) => {
    const postId = digits === undefined ? undefined : sources.get(Number(digits));
    return postId === undefined
      ? found
      : `<a class="source" href="/threads/${threadId}/posts/${postId}">${digits}</a>`;
  });
}

/** Whether what is stored is what this request asked for: it has arrived before. */
function isSame(
  old: typeof synthesis.$inferSelect | undefined,
  actor: Actor,
  input: Input,
  body: string,
): boolean {
  return (
    old?.revision === input.revision + 1 &&
    old.authorId === actor.memberId &&
    old.body === body &&
    old.language === input.language
  );
}

export interface StoredSynthesis {
  author: StoredAuthor;
  body: string;
  /** As rendered; the numbers in it become links to the posts. */
  html: string;
  language: string;
  revision: number;
  updatedAt: Date;
}

/** Puts a synthesis in the place of the one before, resting on the posts that its text names. */
export async function storeSynthesis(
  house: House,
  tx: Tx,
  threadId: number,
  { author, html, ...stored }: StoredSynthesis,
): Promise<void> {
  const sources = await sourcesOf(tx, threadId, stored.body);
  const row = {
    threadId,
    ...stored,
    ...authorship(author),
    html: linkSources(html, threadId, sources),
    htmlVersion: HTML_VERSION,
  };
  await tx.orm
    .insert(synthesis)
    .values(row)
    .onConflictDoUpdate({ target: synthesis.threadId, set: row });
  await house.hooks.run('synthesis.changed', tx, { threadId });
  await tx.orm.delete(synthesisSource).where(eq(synthesisSource.threadId, threadId));
  if (sources.size === 0) return;
  const postIds = [...sources.values()];
  await tx.orm.insert(synthesisSource).values(postIds.map((postId) => ({ threadId, postId })));
}

/** Writes or rewrites the synthesis of a thread. A stale `revision` is refused with the present text. */
export async function writeSynthesis(
  house: House,
  actor: Actor,
  id: number,
  input: Input,
): Promise<void> {
  const { body, rendered } = await renderWriting(house, input.body);
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await threadFor(tx.orm, actor, id, { lock: true });
    await checkMay(tx, actor, found);
    const [old] = await tx.orm.select().from(synthesis).where(eq(synthesis.threadId, id));
    const revision = old?.revision ?? 0;
    // The answer to the same request was lost.
    if (isSame(old, actor, input, body)) return;
    if (revision !== input.revision) {
      throw new Refusal('stale-revision', { current: { body: old?.body ?? '', revision } });
    }
    await storeSynthesis(house, tx, id, {
      author: actor,
      body,
      html: rendered.html,
      language: input.language,
      revision: revision + 1,
      updatedAt: tx.now,
    });
    await touchThread(tx, found, { hasSynthesis: true });
    tx.emit({
      scope: `thread:${id}`,
      type: 'synthesis.changed',
      subject: id,
      version: found.version + 1,
    });
  });
}

/** Takes the synthesis away. Again changes nothing. */
export async function removeSynthesis(house: House, actor: Actor, id: number): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await threadFor(tx.orm, actor, id, { lock: true });
    await checkMay(tx, actor, found);
    const gone = await tx.orm.delete(synthesis).where(eq(synthesis.threadId, id)).returning();
    if (gone.length === 0) return;
    await house.hooks.run('synthesis.changed', tx, { threadId: id });
    await touchThread(tx, found, { hasSynthesis: false });
    tx.emit({
      scope: `thread:${id}`,
      type: 'synthesis.changed',
      subject: id,
      version: found.version + 1,
    });
  });
}
