import { institutionRoutes, type MemberBrief, threadRoutes } from '@counterpart/contract';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../lib/api.ts';

/** Where a text will stand: decides who can be mentioned in it. */
export type MentionPlace = { threadId: number } | { spaceId: number };

const mentionableFor = 60_000;
const nobody: MemberBrief[] = [];

function queryOf(place: MentionPlace, q: string) {
  return 'threadId' in place
    ? queryFor(threadRoutes.listMentionable, { params: { id: place.threadId }, query: { q } })
    : queryFor(threadRoutes.listMentionableInSpace, {
        params: { id: place.spaceId },
        query: { q },
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
