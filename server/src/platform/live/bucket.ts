export interface BucketOptions {
  /** How many at once after a pause. */
  most: number;
  perSecond: number;
  /** Milliseconds that never jump. */
  now?: () => number;
}

/** Lets things happen at a rate, with room for a burst. */
export function createBucket({ most, perSecond, now = () => performance.now() }: BucketOptions) {
  let left = most;
  let at = now();

  function refill(): void {
    const time = now();
    left = Math.min(most, left + ((time - at) / 1_000) * perSecond);
    at = time;
  }

  return {
    /** False when it is too early. */
    take(): boolean {
      refill();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    /** As after a long pause: nothing needs to be remembered. */
    isFull(): boolean {
      refill();
      return left >= most;
    },
  };
}

export type Bucket = ReturnType<typeof createBucket>;
