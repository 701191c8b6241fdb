import type { Problem } from '@counterpart/contract';
import { ApiProblem } from '../problem.ts';
import type { RoundOptions } from './round.ts';
import type { OutboxReply, OutboxRoute } from './routes.ts';
import type { OutboxEntry } from './store.ts';

export type SendOutcome<Name extends OutboxRoute = OutboxRoute> =
  | { state: 'sent'; reply: OutboxReply<Name> }
  /** Kept; it is sent as soon as that is possible. */
  | { state: 'waiting' }
  /** Kept as failed, until the member takes it back, discards it or tries again. */
  | { state: 'failed'; error: ApiProblem }
  /** Taken back or discarded meanwhile; or another page has sent it, and its answer cannot be had. */
  | { state: 'gone' };

/** What becomes of the first attempt at each writing, for whoever waits for it on this page. */
export function createOutcomes({ shelf, post }: Pick<RoundOptions, 'shelf' | 'post'>) {
  const awaited = new Map<string, SendOutcome | undefined>();

  function settle({ clientKey }: OutboxEntry, outcome: SendOutcome): boolean {
    const isAwaited = awaited.has(clientKey);
    if (isAwaited) awaited.set(clientKey, outcome);
    return isAwaited;
  }

  async function outcomeOf(entry: OutboxEntry): Promise<SendOutcome> {
    const known = awaited.get(entry.clientKey);
    if (known) return known;
    const left = await shelf.find(entry.clientKey);
    if (left?.problem) return { state: 'failed', error: new ApiProblem(left.problem) };
    if (left) return { state: 'waiting' };
    if (!(await shelf.wasSent(entry.clientKey))) return { state: 'gone' };
    // Another page has sent it; under the same key the server gives its first answer again.
    return post(entry).then(
      (reply): SendOutcome => ({ state: 'sent', reply }),
      () => ({ state: 'gone' }),
    );
  }

  return {
    async sent(entry: OutboxEntry, reply: OutboxReply): Promise<void> {
      if (settle(entry, { state: 'sent', reply })) await shelf.take(entry.clientKey);
      else await shelf.sent(entry);
    },

    failed(entry: OutboxEntry, problem: Problem): void {
      settle(entry, { state: 'failed', error: new ApiProblem(problem) });
    },

    /** Does the attempt, and says what came of it. */
    async after(entry: OutboxEntry, attempt: () => Promise<void>): Promise<SendOutcome> {
      awaited.set(entry.clientKey, undefined);
      try {
        await attempt();
        return await outcomeOf(entry);
      } finally {
        awaited.delete(entry.clientKey);
      }
    },
  };
}
