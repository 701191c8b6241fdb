import { type Statement, statement, type Tx } from '@counterpart/db';
import { theme, threadTheme } from '@counterpart/db/schema';
import { eq, inArray, sql } from 'drizzle-orm';
import { Refusal } from '../../../platform/refusal.ts';
import type { Thread } from '../access.ts';

/** The themes without repeats; refuses those the network does not have. */
export async function checkThemes(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return [];
  const known = await tx.orm.select().from(theme).where(inArray(theme.slug, wanted));
  if (known.length < wanted.length) {
    throw new Refusal('invalid-request', { fields: [{ path: 'themes', reason: 'unknown' }] });
  }
  return wanted;
}

/** That a thread is about a theme, with what orders it among the others of that theme. */
export function themeRow(
  { id, createdAt, lastActivityAt }: Pick<Thread, 'id' | 'createdAt' | 'lastActivityAt'>,
  themeSlug: string,
): typeof threadTheme.$inferInsert {
  return { threadId: id, themeSlug, createdAt, lastActivityAt };
}

const touch: Statement<{ threadId: number; at: Date }> = statement((orm) =>
  orm
    .update(threadTheme)
    .set({ lastActivityAt: sql.placeholder('at') as never })
    .where(eq(threadTheme.threadId, sql.placeholder('threadId'))),
);

/** Something has happened in a thread: it comes first among the threads of its themes. */
export async function touchThemes(tx: Tx, threadId: number, at: Date): Promise<void> {
  await touch(tx.orm, { threadId, at });
}
