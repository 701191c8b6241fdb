import type { House } from '../../platform/house.ts';
import { catchUpIndex } from './catch-up.ts';
import { countWords } from './count-words.ts';

/** What is written within this time is counted together. */
const gatherMs = 2_000;
/** Imports and other processes are heard of at the latest after this time. */
const lookMs = 60_000;

/** Keeps what can be found up to date while the server runs. */
export function keepIndex(house: House, onFailure: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let isStopped = false;

  function count(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    working = working.then(() => (isStopped ? undefined : countWords(house))).catch(onFailure);
    return working;
  }

  function soon(): void {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(() => void count(), gatherMs);
    timer.unref();
  }

  const rhythm = setInterval(soon, lookMs);
  rhythm.unref();
  // What was written before there was a search, or by an older one.
  const catchingUp = catchUpIndex(house, () => isStopped)
    .catch(onFailure)
    .finally(soon);
  return {
    /** Something was written. */
    soon,
    /** Counts at once what is there now, once everything can be found. */
    async settle(): Promise<void> {
      await catchingUp;
      await count();
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(rhythm);
      clearTimeout(timer);
      await Promise.all([working, catchingUp]);
    },
  };
}
