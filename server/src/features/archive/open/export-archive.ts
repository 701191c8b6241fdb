import type { Database } from '@counterpart/db';
import postgres, { type Sql } from 'postgres';
import { onDisk } from '../../../platform/disk.ts';
import type { ProgressMaker } from '../run.ts';
import { type AddLine, writeFolder } from './folder.ts';
import { fileNames } from './form.ts';
import { countPosts, type Includes, lists, postRows, threadRows } from './rows.ts';

export interface ExportWish extends Includes {
  /** The folder to write; it is not there yet. */
  path: string;
}

/** How much was written. */
export interface Exported {
  threads: number;
  posts: number;
  people: number;
  /** Private spaces that were left out. */
  leftOut: number;
}

async function writeLists(sql: Sql, wish: ExportWish, add: AddLine): Promise<number> {
  let people = 0;
  for (const name of fileNames) {
    if (name === 'threads.jsonl' || name === 'posts.jsonl') continue;
    const rows = await lists[name](sql, wish);
    for (const row of rows) await add(name, row);
    if (name === 'people.jsonl') people = rows.length;
  }
  return people;
}

async function writeThreads(sql: Sql, wish: ExportWish, add: AddLine, progress: ProgressMaker) {
  const written = { threads: 0, posts: 0 };
  const bar = progress('Writing', await countPosts(sql, wish));
  // A connection reads one cursor at a time, so all threads stand before their posts are read.
  const ids: number[] = [];
  for await (const rows of threadRows(sql, wish)) {
    for (const row of rows) {
      await add('threads.jsonl', row);
      ids.push(row.id);
      written.threads += 1;
    }
  }
  for (let at = 0; at < ids.length; at += 1_000) {
    for await (const rows of postRows(sql, ids.slice(at, at + 1_000))) {
      for (const row of rows) await add('posts.jsonl', row);
      written.posts += rows.length;
      bar.to(written.posts);
    }
  }
  bar.end();
  return written;
}

/** All of it as it was at one moment, whatever is written meanwhile. */
async function atOneMoment<T>(ownerUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const result = await sql.begin('isolation level repeatable read read only', (tx) =>
      work(tx as unknown as Sql),
    );
    return result as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Writes what the network owns into a folder in the open form (docs/archive.md). Never conversations, drafts,
 * read positions, bookmarks, sign-ins, secrets or the roles of staff.
 */
export async function exportArchive(
  db: Pick<Database, 'clock'>,
  ownerUrl: string,
  wish: ExportWish,
  progress: ProgressMaker,
): Promise<Exported> {
  return atOneMoment(ownerUrl, async (sql) => {
    const [network] = await sql<{ name: string }[]>`select name from network`;
    const [hidden] = await sql<{ count: number }[]>`
      select count(*)::int as count from space where access = 'private'`;
    const { path, privateSpaces, addresses } = wish;
    const facts = {
      network: network?.name ?? '',
      exportedAt: db.clock.now().toISOString(),
      includes: { privateSpaces, addresses },
    };
    let written = { threads: 0, posts: 0, people: 0 };
    const write = async (add: AddLine) => {
      const people = await writeLists(sql, wish, add);
      written = { people, ...(await writeThreads(sql, wish, add, progress)) };
    };
    await onDisk(`Nothing was written to ${path}`, () => writeFolder(path, facts, write));
    return { ...written, leftOut: privateSpaces ? 0 : (hidden?.count ?? 0) };
  });
}
