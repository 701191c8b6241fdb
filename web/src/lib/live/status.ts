import type { Connection } from '../connection.ts';

export interface StatusOptions {
  show(state: Connection['state']): void;
  isOffline(): boolean;
  /** Runs when pages have what they asked for because of what was missed. Gives a way to cancel. */
  whenCaughtUp(run: () => void): () => void;
  later(run: () => void, ms: number): () => void;
}

/** Shorter gaps than this are nobody's concern. */
const patienceMs = 1_000;
/** At the start of a page nothing is missed yet. */
const firstPatienceMs = 4_000;
const caughtUpForMs = 4_000;

/** What the thin line at the top says about the live connection. */
export function createStatus({ show, isOffline, whenCaughtUp, later }: StatusOptions) {
  let state: Connection['state'] = 'live';
  let cancel = (): void => undefined;
  let wasUp = false;
  /** A connection that was there is gone, and pages have not caught up since. */
  let wasLost = false;
  let failures = 0;
  let stopWaiting = (): void => undefined;

  function say(next: Connection['state']): void {
    cancel();
    if (next === state) return;
    state = next;
    show(next);
  }

  function caughtUp(): void {
    if (state === 'caught-up') return;
    const isReturn = wasLost && (state === 'connecting' || state === 'offline');
    wasLost = false;
    say(isReturn ? 'caught-up' : 'live');
    if (isReturn) cancel = later(() => say('live'), caughtUpForMs);
  }

  return {
    /** There is no connection, or there may be none. */
    down(): void {
      stopWaiting();
      wasLost = wasUp;
      if (isOffline()) return say('offline');
      if (state === 'connecting' || state === 'offline') return;
      cancel();
      cancel = later(() => say('connecting'), wasUp ? patienceMs : firstPatienceMs);
    },

    /** An attempt has failed; one may be chance. */
    failed(): void {
      failures += 1;
      if (failures > 1 || isOffline()) say('offline');
    },

    /** Connected, and everything that was missed has been told. */
    up(): void {
      failures = 0;
      stopWaiting();
      wasUp = true;
      stopWaiting = whenCaughtUp(caughtUp);
    },
  };
}

export type Status = ReturnType<typeof createStatus>;
