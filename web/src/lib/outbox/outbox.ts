// Writings wait here until the server has them; nothing is lost, and nothing appears twice.
import { ApiProblem } from '../problem.ts';
import { createHandling } from './handling.ts';
import { createPump, type PumpOptions } from './pump.ts';
import { createRound, type RoundOptions } from './round.ts';
import {
  lineOf,
  type OutboxInput,
  type OutboxReply,
  type OutboxRoute,
  type OutboxWriting,
} from './routes.ts';
import { createShelf } from './shelf.ts';
import type { OutboxEntry, OutboxStore } from './store.ts';

export type SendOutcome<Name extends OutboxRoute = OutboxRoute> =
  | { state: 'sent'; reply: OutboxReply<Name> }
  /** Kept; it is sent as soon as that is possible. */
  | { state: 'waiting' }
  /** Kept as failed, until the member takes it back, discards it or tries again. */
  | { state: 'failed'; error: ApiProblem };

export interface OutboxOptions extends Pick<RoundOptions, 'post'>, Omit<PumpOptions, 'sendAll'> {
  store: OutboxStore;
  /** Entries have changed: other pages look again. */
  tellOthers(): void;
  now(): number;
}

export function createOutbox(options: OutboxOptions) {
  const { post, alone, now } = options;
  const shelf = createShelf(options.store, options.tellOthers);
  /** Of those that somebody waits for. */
  const outcomes = new Map<string, SendOutcome | undefined>();
  let lastCreatedAt = 0;

  function settle({ clientKey }: OutboxEntry, outcome: SendOutcome): void {
    if (outcomes.has(clientKey)) outcomes.set(clientKey, outcome);
  }

  const sendAll = createRound({
    shelf,
    post,
    sent: (entry, reply) => settle(entry, { state: 'sent', reply }),
    failed: (entry, problem) => settle(entry, { state: 'failed', error: new ApiProblem(problem) }),
  });

  const { run, wake } = createPump({ ...options, sendAll });

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

  async function outcomeOf(entry: OutboxEntry): Promise<SendOutcome> {
    const known = outcomes.get(entry.clientKey);
    if (known) return known;
    const left = await shelf.find(entry.clientKey);
    if (left?.problem) return { state: 'failed', error: new ApiProblem(left.problem) };
    if (left) return { state: 'waiting' };
    // Another page has sent it; under the same key the server gives its first answer again.
    return { state: 'sent', reply: await post(entry) };
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
    ): Promise<SendOutcome<Name>> {
      const entry = begin({ route, input } as OutboxWriting);
      const { clientKey } = entry;
      outcomes.set(clientKey, undefined);
      try {
        await shelf.keep(entry);
        await run();
        return (await outcomeOf(entry)) as SendOutcome<Name>;
      } finally {
        outcomes.delete(clientKey);
      }
    },

    ...createHandling({ shelf, alone, run }),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
