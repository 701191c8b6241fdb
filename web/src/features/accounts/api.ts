import { accountRoutes, type Preferences, type SessionView } from '@counterpart/contract';
import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';
import { keptSession } from '../../lib/kept/index.ts';
import { leftBy, noteLeft } from '../../lib/left.ts';
import { askFor, pageMember, tellPages } from '../../lib/page-member.ts';
import { isProblem, Unreachable } from '../../lib/problem.ts';
import { openTyped } from '../../lib/typed.ts';

const sessionKey = keyOf(accountRoutes.getSession);

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: Number.POSITIVE_INFINITY,
  async queryFn({ signal }): Promise<SessionView | null> {
    if (leftBy() !== undefined) return null;
    try {
      return await call(accountRoutes.getSession, {}, { signal });
    } catch (error) {
      if (isProblem(error, 'signed-out')) return null;
      const kept = error instanceof Unreachable && (await keptSession());
      if (kept) return kept;
      throw error;
    }
  },
});

export function useSession(): SessionView | null {
  return useQuery(sessionQuery).data ?? null;
}

/** The one who is signed in; only below pages for members. */
export function useMe(): SessionView['member'] {
  const session = useSession();
  if (!session) throw new Error('useMe is for pages of members');
  return session.member;
}

/**
 * Forgets everything that was read as someone else, and goes on as this member. False when the page
 * begins anew instead: what stands on it was written by someone else.
 */
export function adoptSession(client: QueryClient, session: SessionView): boolean {
  const { id } = session.member;
  // Signing in has ended what was left.
  noteLeft(undefined);
  tellPages(id);
  if ((pageMember() ?? id) !== id) {
    location.assign('/');
    return false;
  }
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  client.setQueryData(sessionQuery.queryKey, session);
  askFor(id);
  void openTyped(id);
  return true;
}

/** Ways in are open to everybody, whoever is signed in. */
export const asAnybody = { member: null } as const;

export const castQuery = queryFor(accountRoutes.listCast, {});
export const sessionsQuery = queryFor(accountRoutes.listSessions, {});

export function useSetPreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Preferences) => call(accountRoutes.setPreferences, { body }),
    onSuccess: ({ preferences }) =>
      client.setQueryData(
        sessionQuery.queryKey,
        (session) => session && { ...session, member: { ...session.member, preferences } },
      ),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => call(accountRoutes.endSession, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
