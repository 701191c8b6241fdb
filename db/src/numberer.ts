// Gives committed events their numbers: docs/events.md
import type { Sql } from 'postgres';

const batch = 1000;
const pollMs = 100;
const retryMs = 4;

export interface Numberer {
  /** Says that something was committed. */
  wake(): void;
  /** Numbers until nothing committed is left without a number. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Every process runs one; the advisory lock in number_events lets one work at a time. Woken after
 * each commit of this process; the poll is for commits of a process that died before it woke.
 */
export function startNumberer(sql: Sql, onFailure: (error: unknown) => void): Numberer {
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function numberOnce(): Promise<number> {
    const [row] = await sql<{ moved: number }[]>`select number_events(${batch}) as moved`;
    return row?.moved ?? 0;
  }

  async function work(): Promise<void> {
    let delay = pollMs;
    try {
      do {
        again = false;
        const moved = await numberOnce();
        if (moved === batch) again = true;
        if (moved === -1) delay = retryMs;
      } while (again);
    } catch (error) {
      if (!stopped) onFailure(error);
    } finally {
      running = undefined;
      if (!stopped) timer = setTimeout(run, delay);
    }
  }

  function run(): void {
    clearTimeout(timer);
    running ??= work();
  }

  run();
  return {
    wake() {
      if (stopped) return;
      again = true;
      run();
    },
    async drain() {
      for (;;) {
        const moved = await numberOnce();
        if (moved >= 0 && moved < batch) return;
      }
    },
    async stop() {
      stopped = true;
      again = false;
      clearTimeout(timer);
      await running;
    },
  };
}
