import { readingRoutes } from '@counterpart/contract';
import { call } from '../api.ts';
import { onConnected, onEvent } from '../live/index.ts';
import { forgetKept, forgetSpaces, keptIds } from './index.ts';
import { createRecheck } from './recheck.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/**
 * Takes away from the device what may not lie there any more, since it was narrowed or moved, or its
 * reader has lost the right to it: with each connection, and when rights change. Gives a way to stop.
 */
export function watchKept(): () => void {
  const recheck = createRecheck({
    ids: keptIds,
    ask: async (ids) => (await call(readingRoutes.listKeepable, { query: { ids } })).items,
    forget: forgetKept,
    later,
    random: Math.random,
  });
  const stops = [
    onConnected(recheck.soon),
    onEvent('access.changed', () => {
      forgetSpaces();
      recheck.soon();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    recheck.stop();
  };
}
