import { type PostView, threadRoutes } from '@counterpart/contract';
import { call } from '../../../lib/api.ts';
import { type ThreadAnswer, windowStart } from '../api.ts';
import {
  firstLoaded,
  hasEarlier,
  hasLater,
  lastLoaded,
  openThread,
  type ThreadState,
  withPage,
  withWindow,
} from './thread-state.ts';

const windowSize = 20;
const largestWindow = 50;

export type Direction = 'earlier' | 'later';

/** Holds what a thread's page shows, outside of React: whoever changes it need not know who shows it. */
export function createThreadStore(first: ThreadAnswer) {
  const { id } = first.thread;
  let state = openThread(first);
  const listeners = new Set<() => void>();
  const loading = new Map<Direction, Promise<void>>();

  function change(update: (state: ThreadState) => ThreadState): void {
    const next = update(state);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** Posts `from` to `to`; gives how far the answer had seen the log. */
  async function loadPosts(from: number, to: number): Promise<number> {
    const query = { after: from - 1, limit: Math.min(largestWindow, to - from + 1) };
    const { items, mine, asOf } = await call(threadRoutes.listPosts, { params: { id }, query });
    change((now) => withWindow(now, { posts: items, mine, asOf }));
    return asOf;
  }

  async function loadPage(from: number, limit: number, jump: boolean): Promise<number> {
    const page = await call(threadRoutes.getThread, { params: { id }, query: { from, limit } });
    change((now) => withPage(now, page, jump));
    return page.asOf;
  }

  function next(direction: Direction): [number, number] | null {
    if (direction === 'later') {
      const last = lastLoaded(state);
      return hasLater(state) ? [last + 1, last + windowSize] : null;
    }
    const before = firstLoaded(state) - 1;
    return hasEarlier(state) ? [Math.max(1, before - windowSize + 1), before] : null;
  }

  return {
    id,
    change,
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    loadPosts,

    /** The next window in a direction; one at a time. */
    async more(direction: Direction): Promise<void> {
      const range = next(direction);
      if (range === null) return;
      const under = loading.get(direction) ?? loadPosts(...range).then(() => undefined);
      loading.set(direction, under);
      try {
        await under;
      } finally {
        loading.delete(direction);
      }
    },

    /** Makes sure that the post with this number is loaded. */
    async reach(seq: number): Promise<void> {
      if (state.posts.some((post) => post.seq === seq)) return;
      await loadPage(windowStart(seq), windowSize, true);
    },

    /** The thread itself and the reader's part of it, with the last post that is loaded. */
    loadThread: () => loadPage(Math.max(1, lastLoaded(state)), 1, false),

    /** All that is loaded, anew. */
    async reload(): Promise<void> {
      const to = Math.min(state.thread.lastSeq, lastLoaded(state) + 1);
      for (let from = firstLoaded(state); from <= to; from += largestWindow) {
        await loadPosts(from, Math.min(to, from + largestWindow - 1));
      }
    },

    find: (postId: number): PostView | undefined => state.posts.find(({ id }) => id === postId),
  };
}

export type ThreadStore = ReturnType<typeof createThreadStore>;
