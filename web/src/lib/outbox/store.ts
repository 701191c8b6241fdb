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

/** What is left of one that the server has, for another page that waits for it; nothing of its text. */
export interface SentMark extends Pick<OutboxEntry, 'clientKey' | 'member' | 'createdAt'> {
  state: 'sent';
}

export type Stored = OutboxEntry | SentMark;

/** Where entries outlive the page. Gives and takes copies. */
export interface OutboxStore {
  /** Of one member, oldest first. */
  all(member: number): Promise<Stored[]>;
  /** Only for a new one: whatever else happens changes what is there, so that nothing taken out comes back. */
  put(entry: OutboxEntry): Promise<void>;
  /** Changes one in one step, whatever other pages do; undefined takes it out. Gives what was there. */
  change(
    clientKey: string,
    to: (stored: Stored) => Stored | undefined,
  ): Promise<Stored | undefined>;
}

/** For browsers that keep nothing; then the outbox lasts as long as the page. */
export function createMemoryStore(): OutboxStore {
  const entries = new Map<string, Stored>();
  return {
    async all(member) {
      const mine = [...entries.values()].filter((entry) => entry.member === member);
      return structuredClone(mine.toSorted((a, b) => a.createdAt - b.createdAt));
    },
    async put(entry) {
      entries.set(entry.clientKey, structuredClone(entry));
    },
    async change(clientKey, to) {
      const stored = entries.get(clientKey);
      const next = stored && to(structuredClone(stored));
      if (next) entries.set(clientKey, structuredClone(next));
      else entries.delete(clientKey);
      return structuredClone(stored);
    },
  };
}

/** Uses the second store for what the first one cannot keep. */
export function withSpare(first: OutboxStore, second: OutboxStore): OutboxStore {
  /** One that has no room in the first any more goes on in the second. */
  async function moveOver(clientKey: string): Promise<void> {
    const left = await first.change(clientKey, () => undefined).catch(() => undefined);
    if (left && left.state !== 'sent') await second.put(left);
  }

  return {
    async all(member) {
      const found = await Promise.all([first.all(member).catch(() => []), second.all(member)]);
      return found.flat().toSorted((a, b) => a.createdAt - b.createdAt);
    },
    put: (entry) => first.put(entry).catch(() => second.put(entry)),
    async change(clientKey, to) {
      try {
        const found = await first.change(clientKey, to);
        if (found) return found;
      } catch {
        await moveOver(clientKey);
      }
      return second.change(clientKey, to);
    },
  };
}
