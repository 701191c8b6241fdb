import type { RoundEnd } from './round.ts';
import { backoff } from './verdict.ts';

export interface PumpOptions {
  /** Runs while no other page of this browser does. */
  alone<Result>(run: () => Promise<Result>): Promise<Result>;
  sendAll(): Promise<RoundEnd>;
  later(run: () => void, ms: number): () => void;
  random(): number;
}

/** Runs rounds: one at a time, and again after a pause while something waits. */
export function createPump({ alone, sendAll, later, random }: PumpOptions) {
  let working: Promise<void> | undefined;
  let isAgain = false;
  let tries = 0;
  let cancel = (): void => undefined;

  function pause(afterMs = backoff(tries, random)): void {
    tries += 1;
    cancel = later(() => void run(), afterMs);
  }

  async function work(): Promise<void> {
    do {
      isAgain = false;
      cancel();
      const end = await alone(sendAll);
      if (end.kind === 'wait') pause(end.afterMs);
      else tries = 0;
    } while (isAgain);
  }

  /** Whoever asks during a round gets another one. */
  function run(): Promise<void> {
    isAgain = true;
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  }

  return {
    run,

    /** What stood in the way may be gone. */
    wake(): Promise<void> {
      tries = 0;
      return run();
    },
  };
}
