import type { Sql } from 'postgres';
import type { House } from '../../platform/house.ts';
import { createSharedViews, type SharedViews } from '../../platform/shared-views.ts';
import { SharedBytes } from '../../platform/written-json.ts';
import { createListLines, type LineRow, type ListAsk } from './list-lines.ts';
import { loadSummaries, loadThreadsWithVoices } from './load.ts';
import { createPageRows, type PageAsk, type PageRow } from './page-row.ts';
import { createPosts, createWindows, type PostInMemory, type Windows } from './page-windows.ts';
import { type Voices, weighVoices } from './voices.ts';

/** Shared bytes of posts, threads and their lines in lists; one per process. */
export interface ThreadMemory {
  posts: SharedViews<PostInMemory>;
  windows: Windows;
  threads: SharedViews<Voices>;
  summaries: SharedViews<Voices>;
  /** The reader's part and the versions of a window, always asked of the database. */
  rows(ask: PageAsk): Promise<PageRow | undefined>;
  /** Which threads are in a list in which version, with the reader's part; likewise. */
  lines(ask: ListAsk): Promise<LineRow[]>;
}

type Load = (
  sql: Sql,
  ids: readonly number[],
) => Promise<{ view: { id: number; version: number }; voices: Voices }[]>;

/** Views of threads, with who has written in them. */
function keepThreads(house: House, maxBytes: number, load: Load): SharedViews<Voices> {
  return createSharedViews({
    maxBytes,
    weigh: weighVoices,
    load: async (ids) =>
      (await house.db.read((sql) => load(sql, ids))).map(({ view, voices }) => ({
        id: view.id,
        version: String(view.version),
        shared: new SharedBytes(Buffer.from(JSON.stringify(view))),
        facts: voices,
      })),
  });
}

export function createThreadMemory(house: House, maxBytes = 64 * 2 ** 20): ThreadMemory {
  const posts = createPosts(house, maxBytes);
  return {
    posts,
    rows: createPageRows(house),
    lines: createListLines(house),
    windows: createWindows(posts, maxBytes / 2),
    threads: keepThreads(house, maxBytes / 4, loadThreadsWithVoices),
    summaries: keepThreads(house, maxBytes / 4, loadSummaries),
  };
}
