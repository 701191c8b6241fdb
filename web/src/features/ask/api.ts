import { type SpaceView, spaceRoutes } from '@counterpart/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../lib/api.ts';
import { findStored, newThreadPlace } from '../../lib/drafts/index.ts';
import { keptSpaces } from '../../lib/kept/index.ts';
import { Unreachable } from '../../lib/problem.ts';

const spacesQuery = queryFor(spaceRoutes.listSpaces, {});
export const themesQuery = queryFor(spaceRoutes.listThemes, {});

/** The draft as it was when the page was opened; from then on the page has the newer one. */
export const draftQuery = queryOptions({
  queryKey: ['draft of a new thread'],
  queryFn: ({ signal }) => findStored(newThreadPlace, signal),
  staleTime: 0,
  gcTime: 0,
  refetchOnReconnect: false,
});

const mayStart = ({ can }: SpaceView): boolean => can.includes('start');

/** The spaces in which this member may start a thread; without a line, those that this device knows of. */
export function useStartable() {
  const asked = useQuery(spacesQuery);
  const isAway = asked.data === undefined && asked.error instanceof Unreachable;
  const kept = useQuery({
    queryKey: ['spaces on this device'],
    queryFn: keptSpaces,
    enabled: isAway,
    gcTime: 0,
  });
  const all = asked.data?.items ?? kept.data;
  return {
    spaces: all?.filter(mayStart),
    failure: all || kept.isLoading ? null : asked.error,
    refetch: asked.refetch,
  };
}
