import { BusyError } from './busy.ts';

/**
 * Lets `most` pieces of work run at once. postgres.js waits for a free connection without end, so
 * waiting has its deadline here: after `waitMs` the caller gets a BusyError instead of a place.
 */
export function createPermits(most: number, waitMs: number) {
  let free = most;
  const waiting = new Set<() => void>();

  function acquire(): Promise<void> | void {
    if (free > 0) {
      free -= 1;
      return;
    }
    return new Promise((resolve, reject) => {
      const proceed = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(proceed);
        reject(new BusyError('No database connection was free in time.'));
      }, waitMs);
      waiting.add(proceed);
    });
  }

  function release(): void {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return async function withPermit<T>(work: () => Promise<T>): Promise<T> {
    await acquire();
    try {
      return await work();
    } finally {
      release();
    }
  };
}
