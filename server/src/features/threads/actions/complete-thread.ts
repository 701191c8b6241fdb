import type { Tx } from '@counterpart/db';
import { post, postMention, synthesis, thread, threadTheme } from '@counterpart/db/schema';
import { eq, inArray, sql } from 'drizzle-orm';
import { listScope } from './list-scope.ts';
import type { MentionRow } from './mentions.ts';
import { themeRow } from './themes.ts';
import { touchQuotesFrom } from './write-post.ts';

/** What was not known of a thread from somewhere else when it came: its themes, and for whom was written. */
export interface Lacking {
  themes: readonly string[];
  /** For which institution the thread was begun. */
  institutionId: number | null;
  /** For which its synthesis was written. */
  synthesisInstitutionId: number | null;
  /** For which these of its posts were written. */
  posts: ReadonlyMap<number, number>;
  /** Of whom they speak who was not here. */
  mentions: readonly MentionRow[];
}

async function completePosts(
  tx: Tx,
  threadId: number,
  { posts, mentions }: Lacking,
): Promise<void> {
  const { orm } = tx;
  for (const institutionId of new Set(posts.values())) {
    const own = [...posts.keys()].filter((id) => posts.get(id) === institutionId);
    await orm.update(post).set({ authorInstitutionId: institutionId }).where(inArray(post.id, own));
  }
  if (mentions.length > 0) {
    await orm
      .insert(postMention)
      .values([...mentions])
      .onConflictDoNothing();
  }
  const ids = [...new Set([...posts.keys(), ...mentions.map(({ postId }) => postId)])];
  if (ids.length === 0) return;
  const touched = await orm
    .update(post)
    .set({ version: sql`${post.version} + 1` })
    .where(inArray(post.id, ids))
    .returning({ id: post.id, version: post.version });
  for (const { id, version } of touched) {
    tx.emit({ scope: `thread:${threadId}`, type: 'post.edited', subject: id, version });
  }
  await touchQuotesFrom(tx, ids, ids);
}

/** Adds to a thread from somewhere else what it lacked when it came; what it has stays as it is. */
export async function completeThread(tx: Tx, threadId: number, lacking: Lacking): Promise<void> {
  const { themes, institutionId, synthesisInstitutionId } = lacking;
  await completePosts(tx, threadId, lacking);
  const [found] = await tx.orm
    .update(thread)
    .set({
      version: sql`${thread.version} + 1`,
      ...(institutionId !== null && { authorInstitutionId: institutionId }),
    })
    .where(eq(thread.id, threadId))
    .returning();
  if (found === undefined) throw new Error(`There is no thread ${threadId}.`);
  if (themes.length > 0) {
    const rows = themes.map((slug) => themeRow(found, slug));
    await tx.orm.insert(threadTheme).values(rows).onConflictDoNothing();
  }
  if (synthesisInstitutionId !== null) {
    await tx.orm
      .update(synthesis)
      .set({ authorInstitutionId: synthesisInstitutionId })
      .where(eq(synthesis.threadId, threadId));
  }
  const told = { type: 'thread.changed', subject: threadId, version: found.version } as const;
  tx.emit({ scope: listScope(found), ...told });
  tx.emit({ scope: `thread:${threadId}`, ...told });
}
