import type { Problem } from '@counterpart/contract';
import type { OutboxWriting } from './routes.ts';

/** One writing that is not with the server yet. */
export type OutboxEntry = OutboxWriting & {
  clientKey: string;
  member: number;
  /** Writings of one line are sent in order: those of a thread, or all new threads. */
  line: string;
  /** Milliseconds since 1970; the order within a line. */
  createdAt: number;
  state: 'queued' | 'sending' | 'failed';
  /** Only of failed ones: why the server refused it. */
  problem?: Problem;
  /** Answers in a row that the server owes to a fault of its own. */
  faults: number;
};

/** Where entries outlive the page. Gives and takes copies. */
export interface OutboxStore {
  /** Of one member, oldest first. */
  all(member: number): Promise<OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(clientKey: string): Promise<void>;
}

/** For browsers that keep nothing; then the outbox lasts as long as the page. */
export function createMemoryStore(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  return {
    async all(member) {
      const mine = [...entries.values()].filter((entry) => entry.member === member);
      return structuredClone(mine.toSorted((a, b) => a.createdAt - b.createdAt));
    },
    async put(entry) {
      entries.set(entry.clientKey, structuredClone(entry));
    },
    async remove(clientKey) {
      entries.delete(clientKey);
    },
  };
}

/** Uses the second store for what the first one cannot keep. */
export function withSpare(first: OutboxStore, second: OutboxStore): OutboxStore {
  return {
    async all(member) {
      const found = await Promise.all([first.all(member).catch(() => []), second.all(member)]);
      return found.flat().toSorted((a, b) => a.createdAt - b.createdAt);
    },
    async put(entry) {
      // An entry is in one of them only, in its newest state.
      await second.remove(entry.clientKey);
      await first.put(entry).catch(async () => {
        await first.remove(entry.clientKey).catch(() => undefined);
        await second.put(entry);
      });
    },
    async remove(clientKey) {
      await first.remove(clientKey).catch(() => undefined);
      await second.remove(clientKey);
    },
  };
}
