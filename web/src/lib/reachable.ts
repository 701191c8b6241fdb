export interface ReachableOptions {
  /** Whether the server answers. */
  ask(): Promise<boolean>;
  later(run: () => void, ms: number): () => void;
  /** Tells when there may be a line again; gives a way to stop. */
  onHope(listener: () => void): () => void;
}

const firstMs = 1_000;
const longestMs = 15_000;

/**
 * Waits until the server answers: asks with growing pauses, and at once when there is hope. `afterMs`: it
 * has just been asked.
 */
export function createReachable({ ask, later, onHope }: ReachableOptions) {
  return function whenReachable(run: () => void, afterMs = 0): { now(): void; stop(): void } {
    let isOver = false;
    let isAsking = false;
    let tries = 0;
    let cancel = (): void => undefined;

    async function look(): Promise<void> {
      if (isOver || isAsking) return;
      cancel();
      isAsking = true;
      const isThere = await ask().catch(() => false);
      isAsking = false;
      if (isOver) return;
      if (isThere) {
        stop();
        return run();
      }
      cancel = later(() => void look(), Math.min(longestMs, firstMs * 2 ** tries));
      tries += 1;
    }

    function now(): void {
      tries = 0;
      void look();
    }

    const forget = onHope(now);

    function stop(): void {
      isOver = true;
      cancel();
      forget();
    }

    if (afterMs > 0) cancel = later(() => void look(), afterMs);
    else void look();
    return { now, stop };
  };
}
