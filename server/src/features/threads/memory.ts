import type { PostState } from '@counterpart/contract';
import type { House } from '../../platform/house.ts';
import { createSharedViews, type SharedViews } from '../../platform/shared-views.ts';
import { loadPosts, loadSummaries, loadThreadsWithVoices } from './load.ts';
import { createPageRows, type PageAsk, type PageRow } from './page-row.ts';
import { type Voices, weighVoices } from './voices.ts';

/** What decides about a post, beside its bytes. */
export interface PostInMemory {
  seq: number;
  state: PostState;
  revision: number;
  authorId: number;
}

/** Shared bytes of posts, threads and their lines in lists; one per process. */
export interface ThreadMemory {
  posts: SharedViews<PostInMemory>;
  threads: SharedViews<Voices>;
  summaries: SharedViews<Voices>;
  /** The reader's part and the versions of a window, always asked of the database. */
  rows(ask: PageAsk): Promise<PageRow | undefined>;
}

const bytesOf = (view: unknown) => Buffer.from(JSON.stringify(view));

export function createThreadMemory(house: House, maxBytes = 64 * 2 ** 20): ThreadMemory {
  return {
    rows: createPageRows(house),
    posts: createSharedViews({
      maxBytes,
      load: async (ids) =>
        (await house.db.read((sql) => loadPosts(sql, ids))).map((view) => ({
          id: view.id,
          version: String(view.version),
          bytes: bytesOf(view),
          facts: {
            seq: view.seq,
            state: view.state,
            revision: view.revision,
            authorId: view.author.member.id,
          },
        })),
    }),
    threads: createSharedViews({
      maxBytes: maxBytes / 4,
      weigh: weighVoices,
      load: async (ids) =>
        (await house.db.read((sql) => loadThreadsWithVoices(sql, ids))).map(({ view, voices }) => ({
          id: view.id,
          version: String(view.version),
          bytes: bytesOf(view),
          facts: voices,
        })),
    }),
    summaries: createSharedViews({
      maxBytes: maxBytes / 4,
      weigh: weighVoices,
      load: async (ids) =>
        (await house.db.read((sql) => loadSummaries(sql, ids))).map(({ view, voices }) => ({
          id: view.id,
          version: String(view.version),
          bytes: bytesOf(view),
          facts: voices,
        })),
    }),
  };
}
