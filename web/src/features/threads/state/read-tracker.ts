/** The position is told at most this often. */
const everyMs = 2_000;
/** Where it cannot be told, the pauses grow up to this. */
const longestMs = 60_000;

export interface ReadTrackerOptions {
  /** Up to here nothing is unread. */
  from: number;
  /** Tells the server; may fail, and is then tried with the next position. */
  send: (seq: number) => Promise<void>;
  /** Runs something after so many milliseconds; gives a way to cancel. */
  later: (run: () => void, ms: number) => () => void;
}

/**
 * Follows how far someone has read. The position moves over numbers that have all been seen, so that a
 * jump to the end leaves what was jumped over unread; it never moves backwards.
 */
export function createReadTracker({ from, send, later }: ReadTrackerOptions) {
  const seen = new Set<number>();
  let position = from;
  let sent = from;
  let failures = 0;
  let cancel: (() => void) | undefined;

  async function tell(): Promise<void> {
    const before = sent;
    sent = position;
    try {
      await send(sent);
      failures = 0;
    } catch {
      failures += 1;
      sent = before;
    }
  }

  function schedule(): void {
    if (cancel || position <= sent) return;
    const pause = Math.min(longestMs, everyMs * 2 ** failures);
    cancel = later(() => {
      cancel = undefined;
      schedule();
    }, pause);
    void tell();
  }

  function advance(): void {
    while (seen.delete(position + 1)) position += 1;
  }

  return {
    /** These have been before the reader's eyes, or need no reading: own ones, and those taken back. */
    see(seqs: Iterable<number>): number {
      for (const seq of seqs) if (seq > position) seen.add(seq);
      advance();
      schedule();
      return position;
    },
    /** Everything up to here has been read elsewhere. */
    moveTo(seq: number): void {
      position = Math.max(position, seq);
      sent = Math.max(sent, seq);
      advance();
    },
    /** Everything up to here counts as read. */
    readAll(seq: number): void {
      position = Math.max(position, seq);
      schedule();
    },
    get position(): number {
      return position;
    },
    stop(): void {
      cancel?.();
      cancel = undefined;
      if (position > sent) void tell();
    },
  };
}

export type ReadTracker = ReturnType<typeof createReadTracker>;
