import { type DraftContent, readingRoutes, spaceRoutes } from '@counterpart/contract';
import { queryOptions } from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';

const params = { place: 'new' };

export const spacesQuery = queryFor(spaceRoutes.listSpaces, {});
export const themesQuery = queryFor(spaceRoutes.listThemes, {});

/** The draft as it was when the page was opened; from then on the page has the newer one. */
export const draftQuery = queryOptions({
  queryKey: [...keyOf(readingRoutes.listDrafts), 'new'],
  queryFn: async ({ signal }): Promise<DraftContent | null> => {
    const { items } = await call(readingRoutes.listDrafts, {}, { signal });
    return items.find(({ place }) => place === params.place)?.content ?? null;
  },
  staleTime: 0,
  gcTime: 0,
  refetchOnReconnect: false,
});

export const keepDraft = (content: DraftContent) =>
  call(readingRoutes.keepDraft, { params, body: content });
export const dropDraft = () => call(readingRoutes.dropDraft, { params });
