import { spaceRoutes, threadRoutes } from '@counterpart/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';
import type { ThreadQuery } from './thread-view.ts';
import './live.ts';

export const themesQuery = queryFor(spaceRoutes.listThemes, {});

/** A list of threads, page by page; pages that were read stay when one comes back to them. */
export function threadPages(query: ThreadQuery) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(threadRoutes.listThreads, { query }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        threadRoutes.listThreads,
        { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
