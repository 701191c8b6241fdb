import type { PumpOptions } from './pump.ts';
import type { Shelf } from './shelf.ts';
import type { OutboxEntry } from './store.ts';

export interface HandlingOptions extends Pick<PumpOptions, 'alone'> {
  shelf: Shelf;
  run(): Promise<void>;
}

/** What becomes of entries other than by sending. */
export function createHandling({ shelf, alone, run }: HandlingOptions) {
  return {
    /** Sends a failed one again as it is. */
    async tryAgain(clientKey: string): Promise<void> {
      const entry = await shelf.find(clientKey);
      if (entry?.state !== 'failed') return;
      const { problem: _past, ...rest } = entry;
      await shelf.keep({ ...rest, state: 'queued', faults: 0 });
      await run();
    },

    /** Takes one out, to be written anew or discarded; undefined when it has gone to the server. */
    take: (clientKey: string): Promise<OutboxEntry | undefined> =>
      alone(async () => {
        const entry = await shelf.find(clientKey);
        if (entry) await shelf.drop(clientKey);
        return entry;
      }),

    /** The log shows that the server has it, though its answer did not come back. */
    async confirm(clientKey: string): Promise<void> {
      const known = shelf.entries().find((entry) => entry.clientKey === clientKey);
      if (known && known.state !== 'sending') await shelf.drop(clientKey);
    },
  };
}
