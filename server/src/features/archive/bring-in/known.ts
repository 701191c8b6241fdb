import type { Sharing } from '@counterpart/contract';
import { newId, type Tx } from '@counterpart/db';
import { archiveItem, archiveSource, post, space, thread } from '@counterpart/db/schema';
import { and, count, desc, eq, exists, inArray, ne, or } from 'drizzle-orm';
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

/**
 * The authors that earlier runs brought, by the part of their key after the id of their archive: all of
 * this archive, and of others of its format those who are known by an address and have written in this
 * space, so that no name is told beyond the space that it was brought in for.
 */
async function knownAuthors(
  house: House,
  { format }: IncomingArchive,
  sourceId: number,
  spaceId: number,
): Promise<Map<string, number>> {
  const rows = await house.db.query((orm) =>
    orm
      .select({
        sourceId: archiveItem.sourceId,
        key: archiveItem.key,
        subjectId: archiveItem.subjectId,
      })
      .from(archiveItem)
      .innerJoin(archiveSource, eq(archiveSource.id, archiveItem.sourceId))
      .where(
        and(
          eq(archiveSource.format, format),
          eq(archiveItem.kind, 'member'),
          or(
            eq(archiveItem.sourceId, sourceId),
            exists(
              orm
                .select({ id: post.id })
                .from(post)
                .innerJoin(thread, eq(thread.id, post.threadId))
                .where(and(eq(post.authorId, archiveItem.subjectId), eq(thread.spaceId, spaceId))),
            ),
          ),
        ),
      )
      .orderBy(desc(archiveSource.firstAt)),
  );
  const authors = new Map<string, number>();
  const own = rows.filter((row) => row.sourceId === sourceId);
  const others = rows.filter((row) => row.sourceId !== sourceId);
  for (const { sourceId: source, key, subjectId } of [...others, ...own]) {
    const name = key.slice(authorKey(source, '').length);
    if (source === sourceId || name.startsWith('address:')) authors.set(name, subjectId);
  }
  return authors;
}

/**
 * Looks for what is here already. An archive is known by its posts, wherever it lies and whatever its
 * folder is called; the first time it gets a row of its own.
 */
export async function findKnown(
  house: House,
  archive: IncomingArchive,
  spaceId: number,
): Promise<Known> {
  const own = await knownPosts(
    house,
    archive.threads.flatMap(({ keys }) => keys),
  );
  const rows = [...own, ...(await knownPosts(house, archive.answers))];
  const posts = new Map(rows.map(({ key, subjectId }) => [key, subjectId]));
  const sourceId = own[0]?.sourceId ?? (await addSource(house, archive));
  return { sourceId, posts, authors: await knownAuthors(house, archive, sourceId, spaceId) };
}

async function addSource(house: House, { format, name }: IncomingArchive): Promise<number> {
  const id = newId();
  await house.db.transaction({ memberId: null }, async ({ orm, now }) => {
    await orm.insert(archiveSource).values({ id, format, name, firstAt: now });
  });
  return id;
}

/** Where an archive goes, and how far what it says may be told. */
export interface Place {
  spaceId: number;
  sharing: Sharing;
}

/** Nothing is told to more people than it was brought in for. */
export function isForMore(place: Place, there: Place): boolean {
  return (
    there.spaceId !== place.spaceId || (there.sharing === 'network' && place.sharing !== 'network')
  );
}

/** The threads in which posts of earlier archives stand, by the keys of these, where more may be added. */
export async function threadsOf(
  house: House,
  place: Place,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let at = 0; at < keys.length; at += batch) {
    const rows = await house.db.query((orm) =>
      orm
        .select({
          key: archiveItem.key,
          id: thread.id,
          spaceId: thread.spaceId,
          sharing: thread.sharing,
        })
        .from(archiveItem)
        .innerJoin(post, eq(post.id, archiveItem.subjectId))
        .innerJoin(thread, eq(thread.id, post.threadId))
        .where(
          and(
            inArray(archiveItem.key, keys.slice(at, at + batch)),
            eq(archiveItem.kind, 'post'),
            eq(thread.state, 'published'),
          ),
        ),
    );
    for (const row of rows) if (!isForMore(place, row)) found.set(row.key, row.id);
  }
  return found;
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
