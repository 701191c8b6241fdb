import type { Problem } from '@counterpart/contract';
import type { OutboxReply } from './routes.ts';
import type { Shelf } from './shelf.ts';
import type { OutboxEntry } from './store.ts';
import { judge } from './verdict.ts';

export interface RoundOptions {
  shelf: Shelf;
  /** Puts one entry to the server; throws as `call` does. */
  post(entry: OutboxEntry): Promise<OutboxReply>;
  sent(entry: OutboxEntry, reply: OutboxReply): Promise<void>;
  failed(entry: OutboxEntry, problem: Problem): void;
}

/** How a round over all entries ended. */
export type RoundEnd = { kind: 'done' | 'signed-out' } | { kind: 'wait'; afterMs?: number };

/** A server that fails at one writing again and again is not asked for ever. */
const mostFaults = 5;

/** Sends all that waits, oldest first; what cannot go now holds up only its own line. */
export function createRound({ shelf, post, sent, failed }: RoundOptions) {
  async function fail(entry: OutboxEntry, problem: Problem): Promise<void> {
    await shelf.change(entry.clientKey, (now) => ({ ...now, state: 'failed', problem }));
    failed(entry, problem);
  }

  /** True when its line may go on; otherwise how the round goes on or ends. */
  async function attempt(entry: OutboxEntry): Promise<true | 'held' | RoundEnd> {
    const { clientKey } = entry;
    // Nobody takes out what is being sent; one that was taken out meanwhile is not.
    if (!(await shelf.change(clientKey, (now) => ({ ...now, state: 'sending' })))) return true;
    try {
      await sent(entry, await post(entry));
      return true;
    } catch (error) {
      const verdict = judge(error);
      const faults = verdict.kind === 'fault' ? entry.faults + 1 : 0;
      if (verdict.kind === 'refused' || (verdict.kind === 'fault' && faults >= mostFaults)) {
        await fail(entry, verdict.problem);
        return true;
      }
      await shelf.change(clientKey, (now) => ({ ...now, state: 'queued', faults }));
      return verdict.kind === 'fault' ? 'held' : verdict;
    }
  }

  return async function sendAll(): Promise<RoundEnd> {
    const tried = new Set<string>();
    const held = new Set<string>();
    for (;;) {
      // Read each time: the member may have taken one back, here or in another page.
      const next = (await shelf.look()).find(
        // One that was being sent when its page was closed is sent again under the same key.
        ({ clientKey, line, state }) =>
          state !== 'failed' && !tried.has(clientKey) && !held.has(line),
      );
      if (next === undefined) return { kind: held.size > 0 ? 'wait' : 'done' };
      tried.add(next.clientKey);
      const went = await attempt(next);
      if (went === 'held') held.add(next.line);
      else if (went !== true) return went;
    }
  };
}
