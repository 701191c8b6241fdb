import { useEffect } from 'react';
import { follower } from './live.ts';
import type { Holder } from './marks.ts';

/**
 * Keeps these scopes live while a component is shown. `asOf` is that of the data they were loaded
 * with, undefined until it is here. Names come from `scopeOf`. A component that keeps data of its own
 * beside the cache says so.
 */
export function useScopes(
  scopes: readonly string[],
  asOf: number | undefined,
  holder: Holder = 'cache',
): void {
  const names = [...new Set(scopes)].join(' ');
  useEffect(() => {
    if (asOf === undefined || names === '') return;
    const releases = names.split(' ').map((scope) => follower.declare(scope, asOf, holder));
    return () => {
      for (const release of releases) release();
    };
  }, [names, asOf, holder]);
}
