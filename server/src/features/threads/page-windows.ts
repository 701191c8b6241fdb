import type { PostState, PostView } from '@counterpart/contract';
import { LRUCache } from 'lru-cache';
import type { House } from '../../platform/house.ts';
import {
  createSharedViews,
  type SharedView,
  type SharedViews,
} from '../../platform/shared-views.ts';
import { SharedBytes } from '../../platform/written-json.ts';
import { loadPosts } from './load.ts';

/** What decides about a post, beside its bytes. */
export interface PostInMemory {
  id: number;
  seq: number;
  state: PostState;
  revision: number;
  authorId: number;
}

/** Posts that follow each other, as they are sent. */
export interface PageWindow {
  /** Their JSON, with commas between them. */
  shared: SharedBytes;
  posts: readonly PostInMemory[];
}

/** The numbers in `{1,2,3}` or `1,2,3`; none of null. */
export function numbersIn(list: string | null): number[] {
  if (list === null) return [];
  return list.replace(/^{|}$/g, '').split(',').map(Number);
}

const comma = Buffer.from(',');

/** The view that the bytes say. */
export function readPost({ shared }: SharedView<PostInMemory>): PostView {
  return JSON.parse(shared.bytes.toString());
}

/** Keeps posts by id and version. */
export function createPosts(house: House, maxBytes: number): SharedViews<PostInMemory> {
  return createSharedViews({
    maxBytes,
    load: async (ids) =>
      (await house.db.read((sql) => loadPosts(sql, ids))).map((view) => ({
        id: view.id,
        version: String(view.version),
        shared: new SharedBytes(Buffer.from(JSON.stringify(view))),
        facts: {
          id: view.id,
          seq: view.seq,
          state: view.state,
          revision: view.revision,
          authorId: view.author.member.id,
        },
      })),
  });
}

/**
 * Keeps whole windows of posts by all their ids and versions: of many readers most look at the same ones.
 * Those who ask have read ids and versions in their own statement.
 */
export function createWindows(posts: SharedViews<PostInMemory>, maxBytes: number) {
  const kept = new LRUCache<string, PageWindow>({
    maxSize: maxBytes,
    sizeCalculation: (window, key) =>
      window.shared.weight + key.length + window.posts.length * 100 + 400,
  });

  return {
    /** The window of these ids in these versions, as `{1,2,3}`; null when there are none. */
    async get(ids: string | null, versions: string | null): Promise<PageWindow> {
      const key = `${ids} ${versions}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const asked = numbersIn(versions).map(String);
      const wanted = numbersIn(ids).map((id, at) => ({ id, version: asked[at] ?? '' }));
      const found = await posts.get(wanted);
      const views = wanted.flatMap(({ id }) => found.get(id) ?? []);
      const window = {
        shared: new SharedBytes(
          Buffer.concat(
            views.flatMap(({ shared: { bytes } }, at) => (at === 0 ? [bytes] : [comma, bytes])),
          ),
        ),
        posts: views.map(({ facts }) => facts),
      };
      // A post may have changed since its version was read: what is shown is newer then, and not kept.
      const isAsAsked = wanted.every(({ id, version }) => found.get(id)?.version === version);
      if (isAsAsked) kept.set(key, window);
      return window;
    },
  };
}

export type Windows = ReturnType<typeof createWindows>;
