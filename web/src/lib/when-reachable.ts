import { onConnected } from './live/index.ts';
import { createReachable } from './reachable.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Calls once the server answers; gives ways to ask at once and to stop. */
export const whenReachable = createReachable({
  ask: async () => (await fetch('/health/live', { cache: 'no-store' })).ok,
  later,
  onHope(listener) {
    window.addEventListener('online', listener);
    const stop = onConnected(listener);
    return () => {
      window.removeEventListener('online', listener);
      stop();
    };
  },
});
