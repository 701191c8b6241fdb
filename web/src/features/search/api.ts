import { searchRoutes, spaceRoutes } from '@counterpart/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';
import { isAsked, type SearchView } from './search-view.ts';
import './live.ts';

export const themesQuery = queryFor(spaceRoutes.listThemes, {});

/** What was found, page by page; while one types, what was found before stays. */
export function searchPages(view: SearchView) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(searchRoutes.search, { query: view }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        searchRoutes.search,
        { query: { ...view, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: isAsked(view),
  });
}
