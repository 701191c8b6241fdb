import {
  institutionRoutes,
  type MemberBrief,
  type Sharing,
  threadRoutes,
} from '@counterpart/contract';
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { call, queryFor } from '../../../lib/api.ts';

/** Where a text will stand: decides who can be mentioned in it. */
export type MentionPlace = { threadId: number } | { spaceId: number; sharing: Sharing };

const mentionableFor = 60_000;
const nobody: MemberBrief[] = [];

interface Names {
  items: MemberBrief[];
}

function queryOf(place: MentionPlace, q: string) {
  const inThread = 'threadId' in place;
  const route = inThread ? threadRoutes.listMentionable : threadRoutes.listMentionableInSpace;
  return queryOptions({
    queryKey: [`${route.method} ${route.path}`, place, q] as const,
    queryFn: ({ signal }): Promise<Names> =>
      inThread
        ? call(
            threadRoutes.listMentionable,
            { params: { id: place.threadId }, query: { q } },
            { signal },
          )
        : call(
            threadRoutes.listMentionableInSpace,
            { params: { id: place.spaceId }, query: { q, sharing: place.sharing } },
            { signal },
          ),
  });
}

/** Members whose name begins with `q`, among those who may read there; nobody while `q` is null. */
export function useMentionable(place: MentionPlace | null, q: string | null): MemberBrief[] {
  const { data } = useQuery({
    ...queryOf(place ?? { threadId: 0 }, q ?? ''),
    enabled: place !== null && q !== null,
    staleTime: mentionableFor,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return q === null ? nobody : (data?.items ?? nobody);
}

/** The members with these ids, as far as they are known by now. */
export function useMembers(ids: readonly number[]): MemberBrief[] {
  return useQueries({
    queries: ids.map((id) => ({
      ...queryFor(institutionRoutes.getMember, { params: { id } }),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data.member] : [])),
  });
}
