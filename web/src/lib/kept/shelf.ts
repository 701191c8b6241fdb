// The last threads read, for reading without a network. Never anything that not every member may read.
import { limits, type ReplyOf, type threadRoutes } from '@counterpart/contract';

export type ThreadAnswer = ReplyOf<typeof threadRoutes.getThread>;

export interface KeptThread {
  id: number;
  member: number;
  /** When it was read, in milliseconds since 1970. */
  at: number;
  answer: ThreadAnswer;
}

/** Where kept threads outlive the page. */
export interface KeptStore {
  get(id: number): Promise<KeptThread | undefined>;
  all(): Promise<KeptThread[]>;
  put(thread: KeptThread): Promise<void>;
  remove(id: number): Promise<void>;
}

export const mostKept = limits.kept;

/** Only what all members of the network may read anyway may lie on a device. */
export function isKeepable({ thread }: ThreadAnswer): boolean {
  return thread.sharing === 'network' && thread.space.access === 'open';
}

export function createKeptShelf(store: KeptStore, member: number, now: () => number) {
  async function trim(): Promise<void> {
    const newest = (await store.all()).toSorted((a, b) => b.at - a.at);
    const mine = newest.filter((kept) => kept.member === member).slice(0, mostKept);
    for (const kept of newest) if (!mine.includes(kept)) await store.remove(kept.id);
  }

  return {
    /** Called with each answer that is read; one that may not lie here takes an earlier one away. */
    async keep(answer: ThreadAnswer): Promise<void> {
      const { id } = answer.thread;
      if (!isKeepable(answer)) return store.remove(id);
      await store.put({ id, member, at: now(), answer });
      await trim();
    },

    /** The thread is not there any more, or not for this member. */
    forget: (id: number) => store.remove(id),

    async find(id: number): Promise<ThreadAnswer | undefined> {
      const kept = await store.get(id);
      return kept?.member === member ? kept.answer : undefined;
    },

    /** Newest first. */
    async list(): Promise<ThreadAnswer['thread'][]> {
      const mine = (await store.all()).filter((kept) => kept.member === member);
      return mine.toSorted((a, b) => b.at - a.at).map(({ answer }) => answer.thread);
    },

    /** All that is kept for this member. */
    async ids(): Promise<number[]> {
      const all = await store.all();
      return all.filter((kept) => kept.member === member).map(({ id }) => id);
    },

    trim,
  };
}

export type KeptShelf = ReturnType<typeof createKeptShelf>;
