import { newId, type Tx } from '@counterpart/db';
import { archiveItem, archiveSource, post, space, thread } from '@counterpart/db/schema';
import { and, count, eq, inArray, ne } from 'drizzle-orm';
import type { House } from '../../../platform/house.ts';
import type { IncomingArchive } from './incoming.ts';

const batch = 1000;

type Item = typeof archiveItem.$inferInsert;

/** What is here of an archive already: the ids of posts by their keys outside, and of authors. */
export interface Known {
  sourceId: number;
  posts: Map<string, number>;
  authors: Map<string, number>;
}

async function knownPosts(house: House, keys: readonly string[]) {
  const rows: { key: string; subjectId: number; sourceId: number }[] = [];
  for (let at = 0; at < keys.length; at += batch) {
    const part = keys.slice(at, at + batch);
    const found = await house.db.query((orm) =>
      orm.select().from(archiveItem).where(inArray(archiveItem.key, part)),
    );
    rows.push(...found);
  }
  return rows;
}

/** The authors that an earlier run brought from the same archive, by the part of their key after its id. */
async function knownAuthors(house: House, sourceId: number): Promise<Map<string, number>> {
  const prefix = `author:${sourceId}:`;
  const rows = await house.db.query((orm) =>
    orm
      .select()
      .from(archiveItem)
      .where(and(eq(archiveItem.sourceId, sourceId), eq(archiveItem.kind, 'member'))),
  );
  return new Map(rows.map(({ key, subjectId }) => [key.slice(prefix.length), subjectId]));
}

/**
 * Looks for what is here already. An archive is known by its posts, wherever it lies and whatever its
 * folder is called; the first time it gets a row of its own.
 */
export async function findKnown(house: House, archive: IncomingArchive): Promise<Known> {
  const rows = await knownPosts(
    house,
    archive.threads.flatMap(({ keys }) => keys),
  );
  const posts = new Map(rows.map(({ key, subjectId }) => [key, subjectId]));
  const [earlier] = rows;
  if (earlier !== undefined) {
    const { sourceId } = earlier;
    return { sourceId, posts, authors: await knownAuthors(house, sourceId) };
  }
  const sourceId = newId();
  const { format, name } = archive;
  await house.db.transaction({ memberId: null }, async ({ orm, now }) => {
    await orm.insert(archiveSource).values({ id: sourceId, format, name, firstAt: now });
  });
  return { sourceId, posts, authors: new Map() };
}

/** In which other spaces posts stand that are here already, and how many. */
export async function standElsewhere(
  house: House,
  { posts }: Known,
  spaceId: number,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const ids = [...posts.values()];
  for (let at = 0; at < ids.length; at += batch) {
    const rows = await house.db.query((orm) =>
      orm
        .select({ slug: space.slug, count: count() })
        .from(post)
        .innerJoin(thread, eq(thread.id, post.threadId))
        .innerJoin(space, eq(space.id, thread.spaceId))
        .where(and(inArray(post.id, ids.slice(at, at + batch)), ne(space.id, spaceId)))
        .groupBy(space.slug),
    );
    for (const row of rows) found.set(row.slug, (found.get(row.slug) ?? 0) + row.count);
  }
  return found;
}

/** Notes what has become of items, in the transaction that stores them. */
export async function noteItems(
  tx: Tx,
  sourceId: number,
  kind: Item['kind'],
  items: readonly { key: string; subjectId: number }[],
): Promise<void> {
  for (let at = 0; at < items.length; at += batch) {
    const part = items.slice(at, at + batch);
    await tx.orm.insert(archiveItem).values(part.map((item) => ({ ...item, sourceId, kind })));
  }
}

/** Authors are told apart within their archive only: two sites may both have a user 8. */
export function authorKey(sourceId: number, key: string): string {
  return `author:${sourceId}:${key}`;
}
