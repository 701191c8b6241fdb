import { setTimeout as delay } from 'node:timers/promises';
import { findPostmaster } from './postmaster.ts';

const LOOK_MS = 500;

/**
 * Looks twice a second whether the PostgreSQL of `dataDir` is alive, and calls `revive` when it is not;
 * again and again while that fails. Gives a function that ends the watch and waits for a revival under way.
 */
export function watchPostmaster(dataDir: string, revive: () => Promise<void>): () => Promise<void> {
  const end = new AbortController();
  const watching = watch();
  return async () => {
    end.abort();
    await watching;
  };

  async function watch(): Promise<void> {
    while (await unlessAborted()) {
      if (findPostmaster(dataDir) === undefined) await revive();
    }
  }

  /** The timer keeps no process alive. */
  function unlessAborted(): Promise<boolean> {
    return delay(LOOK_MS, true, { ref: false, signal: end.signal }).catch(() => false);
  }
}
