import { spaceRoutes } from '@counterpart/contract';
import { useQuery } from '@tanstack/react-query';
import { queryFor } from './api.ts';
import { scopeOf, useScopes } from './live/index.ts';

/**
 * Keeps everything live that this member may read, while a list over all spaces is shown. `asOf` is that
 * of the list.
 */
export function useAllSpacesLive(asOf: number | undefined): void {
  const spaces = useQuery(queryFor(spaceRoutes.listSpaces, {}));
  const readable = spaces.data?.items.filter(({ joined, access }) => joined || access === 'open');
  useScopes(readable?.map(({ id }) => scopeOf.space(id)) ?? [], asOf);
}
