// Writings wait here until the server has them; nothing is lost, and nothing appears twice.
import { createHandling } from './handling.ts';
import { createOutcomes, type SendOutcome } from './outcomes.ts';
import { createPump, type PumpOptions } from './pump.ts';
import { createRound, type RoundOptions } from './round.ts';
import { lineOf, type OutboxInput, type OutboxRoute, type OutboxWriting } from './routes.ts';
import { createShelf } from './shelf.ts';
import type { OutboxEntry, OutboxStore } from './store.ts';

export interface OutboxOptions extends Pick<RoundOptions, 'post'>, Omit<PumpOptions, 'sendAll'> {
  store: OutboxStore;
  /** Entries have changed: other pages look again. */
  tellOthers(): void;
  now(): number;
}

export function createOutbox(options: OutboxOptions) {
  const { post, alone, now } = options;
  const shelf = createShelf(options.store, options.tellOthers);
  const outcomes = createOutcomes({ shelf, post });
  const sendAll = createRound({ shelf, post, sent: outcomes.sent, failed: outcomes.failed });
  const { run, wake } = createPump({ ...options, sendAll });
  let lastCreatedAt = 0;

  function begin(writing: OutboxWriting): OutboxEntry {
    const member = shelf.member();
    if (member === undefined) throw new Error('nobody is signed in');
    const { clientKey } = writing.input.body;
    const line = lineOf(writing.input);
    // Behind all that waits, even when the clock was set back.
    const others = shelf.entries().map(({ createdAt }) => createdAt);
    lastCreatedAt = Math.max(now(), Math.max(lastCreatedAt, ...others) + 1);
    return {
      ...writing,
      clientKey,
      member,
      line,
      createdAt: lastCreatedAt,
      state: 'queued',
      faults: 0,
    };
  }

  return {
    subscribe: shelf.subscribe,
    entries: shelf.entries,

    /** Shows and sends what waits for this member; nobody when undefined. */
    async open(member: number | undefined): Promise<void> {
      await shelf.open(member);
      if (member !== undefined) await run();
    },

    /** Tries at once what waits: the network is back, or somebody has signed in. */
    async wake(): Promise<void> {
      if (shelf.entries().some(({ state }) => state !== 'failed')) await wake();
    },

    /** Another page has changed the entries. */
    look: shelf.look,

    /** Keeps a writing and tries to send it, after those before it in its line. */
    async send<Name extends OutboxRoute>(
      route: Name,
      input: OutboxInput<Name>,
      kept?: () => void,
    ): Promise<SendOutcome<Name>> {
      const entry = begin({ route, input } as OutboxWriting);
      const outcome = await outcomes.after(entry, async () => {
        await shelf.put(entry);
        kept?.();
        await run();
      });
      return outcome as SendOutcome<Name>;
    },

    ...createHandling({ shelf, alone, run }),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
