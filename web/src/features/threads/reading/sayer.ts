/** Nobody who listens is interrupted more often than this. */
const everyMs = 5_000;

export interface SayerOptions {
  say: (count: number) => void;
  later: (run: () => void, ms: number) => () => void;
}

/** Says how many came, at once and then at most every five seconds, those in between together. */
export function createSayer({ say, later }: SayerOptions) {
  let waiting = 0;
  let cancel: (() => void) | undefined;

  function speak(): void {
    cancel = undefined;
    if (waiting === 0) return;
    say(waiting);
    waiting = 0;
    cancel = later(speak, everyMs);
  }

  return {
    add(count: number): void {
      waiting += count;
      if (!cancel) speak();
    },
    stop(): void {
      cancel?.();
      cancel = undefined;
      waiting = 0;
    },
  };
}
