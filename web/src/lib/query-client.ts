import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, Unreachable } from './problem.ts';

/** A page says at once that nobody answers, and asks again when somebody does (lib/unanswered.ts). */
function isWorthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status < 500;
  return !refused && !(error instanceof Unreachable) && failures < 2;
}

/** Writes are never retried here: those that may be sent again have a client key and an outbox. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: isWorthRetrying,
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // A page that waits for the network without a word helps nobody: say so, or show what is kept.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
