import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

function isWorthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status < 500;
  return !refused && failures < 2;
}

/** Writes are never retried here: those that may be sent again have a client key and an outbox. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
