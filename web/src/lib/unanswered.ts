import type { Query, QueryClient } from '@tanstack/react-query';
import { Unreachable } from './problem.ts';
import type { createReachable } from './reachable.ts';

/** The pauses when the server can be reached and yet gives no answer. */
const firstMs = 2_000;
const longestMs = 60_000;

const isUnanswered = ({ state }: Query): boolean => state.error instanceof Unreachable;

/**
 * What a page shows as not answered is asked for again once the server can be reached. TanStack Query
 * would wait for the browser to be online, which says nothing about the server.
 */
export function askUnansweredLater(
  client: QueryClient,
  whenReachable: ReturnType<typeof createReachable>,
): void {
  const cache = client.getQueryCache();
  const shown = { type: 'active', predicate: isUnanswered } as const;
  let isWaiting = false;

  async function ask(tries: number): Promise<void> {
    await client.refetchQueries(shown);
    isWaiting = cache.findAll(shown).length > 0;
    if (isWaiting) wait(tries + 1);
  }

  function wait(tries: number): void {
    isWaiting = true;
    whenReachable(() => void ask(tries), Math.min(longestMs, firstMs * 2 ** tries));
  }

  cache.subscribe((change) => {
    if (isWaiting || change.type !== 'updated' || change.action.type !== 'error') return;
    if (isUnanswered(change.query)) wait(0);
  });
}
