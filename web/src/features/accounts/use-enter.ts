import type { SessionView } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { adoptSession } from './api.ts';

/** Where to go after signing in: only ever a page of this network. */
export function safeNext(next: unknown): string {
  const within = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return within && !next.startsWith('/sign-in') ? next : '/';
}

/** Goes on as the member who has just signed in. */
export function useEnter() {
  const client = useQueryClient();
  const router = useRouter();
  return (session: SessionView): void => {
    if (!adoptSession(client, session)) return;
    const { next } = router.state.location.search;
    router.history.push(safeNext(next));
  };
}
