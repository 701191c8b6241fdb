import { newId, type Tx } from '@counterpart/db';
import { archiveItem, archiveSource } from '@counterpart/db/schema';
import { and, eq } from 'drizzle-orm';

/** What an import notes of itself, so that the next one knows it: the keys of `archive_item`. */
export const noteKeys = {
  /** Who stands for whoever an archive does not tell. */
  nobody: 'counterpart:nobody',
  /** Whom an archive has brought. */
  person: (id: number) => `counterpart:person:${id}`,
  /** Whom a line of an archive names who is in none that could be read. */
  missing: (id: number) => `counterpart:missing:${id}`,
  /** A thread that an archive has brought. */
  thread: (id: number) => `counterpart:thread:${id}`,
  /** Its synthesis, so that one that was taken away here stays away. */
  synthesis: (id: number) => `counterpart:synthesis:${id}`,
  /** An empty post that keeps the number of one that could not be read. */
  gap: (thread: number, seq: number) => `counterpart:gap:${thread}:${seq}`,
};

/** The row of the archive that is called so, made when there is something to note first. */
async function sourceOf({ orm, now }: Tx, name: string): Promise<number> {
  const format = 'counterpart';
  const [known] = await orm
    .select({ id: archiveSource.id })
    .from(archiveSource)
    .where(and(eq(archiveSource.format, format), eq(archiveSource.name, name)));
  if (known !== undefined) return known.id;
  const id = newId();
  await orm.insert(archiveSource).values({ id, format, name, firstAt: now });
  return id;
}

/** Notes what has become of items of the archive with this name, in the transaction that stores them. */
export async function note(
  tx: Tx,
  name: string,
  kind: 'member' | 'thread' | 'post',
  items: readonly { key: string; subjectId: number }[],
): Promise<void> {
  if (items.length === 0) return;
  const sourceId = await sourceOf(tx, name);
  await tx.orm
    .insert(archiveItem)
    .values(items.map((item) => ({ ...item, sourceId, kind })))
    .onConflictDoNothing();
}
