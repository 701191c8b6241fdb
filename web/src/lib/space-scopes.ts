import { spaceRoutes } from '@counterpart/contract';
import { useQuery } from '@tanstack/react-query';
import { queryFor } from './api.ts';
import { scopeOf, useScopes } from './live/index.ts';

/** Everything that is told of one space, as far as this member may hear it. */
export function scopesOfSpace({ id }: { id: number }): string[] {
  return [scopeOf.space(id), scopeOf.joined(id)];
}

/**
 * Keeps everything live that this member may read, while a list over all spaces is shown. `asOf` is that
 * of the list.
 */
export function useAllSpacesLive(asOf: number | undefined): void {
  const spaces = useQuery(queryFor(spaceRoutes.listSpaces, {}));
  const readable = spaces.data?.items.filter(({ joined, access }) => joined || access === 'open');
  useScopes(readable?.flatMap(scopesOfSpace) ?? [], asOf);
}
