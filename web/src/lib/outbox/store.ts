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
