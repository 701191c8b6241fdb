import type { PumpOptions } from './pump.ts';
import type { Shelf } from './shelf.ts';
import type { OutboxEntry } from './store.ts';

export interface HandlingOptions extends Pick<PumpOptions, 'alone'> {
  shelf: Shelf;
  run(): Promise<void>;
}

function asNew(entry: OutboxEntry): OutboxEntry {
  const { problem: _past, ...rest } = entry;
  return { ...rest, state: 'queued', faults: 0 };
}

/** What becomes of entries other than by sending. */
export function createHandling({ shelf, alone, run }: HandlingOptions) {
  return {
    /** Sends a failed one again as it is. */
    async tryAgain(clientKey: string): Promise<void> {
      const was = await shelf.change(clientKey, (entry) =>
        entry.state === 'failed' ? asNew(entry) : entry,
      );
      if (was?.state === 'failed') await run();
    },

    /** Takes one out, to be changed or discarded; undefined when it has gone to the server. */
    async take(clientKey: string): Promise<OutboxEntry | undefined> {
      // At once where it only waits, however long the one before it takes.
      const waiting = await shelf.take(clientKey, ({ state }) => state !== 'sending');
      // What is under way is taken when that has failed.
      return waiting ?? alone(() => shelf.take(clientKey));
    },

    /** The log shows that the server has it, though its answer did not come back. */
    async confirm(clientKey: string): Promise<void> {
      const known = shelf.entries().find((entry) => entry.clientKey === clientKey);
      if (known && known.state !== 'sending') await shelf.sent(known);
    },
  };
}
