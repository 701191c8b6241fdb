import { spaceRoutes, threadRoutes } from '@counterpart/contract';
import {
  infiniteQueryOptions,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';
import './live.ts';

export const spacesQuery = queryFor(spaceRoutes.listSpaces, {});

/** One space by the name in its address; `undefined` for one that this member may not know of. */
export function useSpace(slug: string) {
  const spaces = useQuery(spacesQuery);
  return { ...spaces, space: spaces.data?.items.find((space) => space.slug === slug) };
}

const membersAtOnce = 24;

/** Who is in a space, page by page; requests first, then facilitators. */
export function memberPages(spaceId: number) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(spaceRoutes.listSpaceMembers), spaceId],
    queryFn: ({ pageParam, signal }) =>
      call(
        spaceRoutes.listSpaceMembers,
        {
          params: { id: spaceId },
          query: { limit: membersAtOnce, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

function refresh(client: QueryClient, spaceId: number): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: spacesQuery.queryKey }),
    client.invalidateQueries({ queryKey: memberPages(spaceId).queryKey }),
    // Membership decides about what can be read.
    client.invalidateQueries({ queryKey: keyOf(threadRoutes.listThreads) }),
  ]);
}

/** Joins an open space, or asks to be admitted to a restricted one. */
export function useJoin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => call(spaceRoutes.joinSpace, { params: { id } }),
    onSuccess: ({ space }) => refresh(client, space.id),
  });
}

/** Leaves a space, or takes the request back. */
export function useLeave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => call(spaceRoutes.leaveSpace, { params: { id } }),
    onSuccess: (_, id) => refresh(client, id),
  });
}

interface Request {
  spaceId: number;
  memberId: number;
  admit: boolean;
}

/** Admits someone who has asked, or declines. */
export function useDecideRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ spaceId, memberId, admit }: Request) => {
      const params = { id: spaceId, memberId };
      await call(admit ? spaceRoutes.admitToSpace : spaceRoutes.removeFromSpace, { params });
    },
    onSuccess: (_, { spaceId }) =>
      client.invalidateQueries({ queryKey: memberPages(spaceId).queryKey }),
  });
}
