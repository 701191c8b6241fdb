import { spaceRoutes } from '@counterpart/contract';
import { queryOptions } from '@tanstack/react-query';
import { queryFor } from '../../lib/api.ts';
import { findStored, newThreadPlace } from '../../lib/drafts/index.ts';

export const spacesQuery = queryFor(spaceRoutes.listSpaces, {});
export const themesQuery = queryFor(spaceRoutes.listThemes, {});

/** The draft as it was when the page was opened; from then on the page has the newer one. */
export const draftQuery = queryOptions({
  queryKey: ['draft of a new thread'],
  queryFn: ({ signal }) => findStored(newThreadPlace, signal),
  staleTime: 0,
  gcTime: 0,
  refetchOnReconnect: false,
});
