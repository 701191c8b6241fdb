import type { LineSocket } from './open-socket.ts';

export interface ComebackOptions {
  socket: LineSocket;
  /** Whether the member is still signed in, when the server would not have us. */
  isSignedIn(): Promise<boolean>;
  later(run: () => void, ms: number): () => void;
  random(): number;
}

/** The first and the longest pause after the server has turned this page away. */
const firstMs = 5_000;
const longestMs = 300_000;
/** A connection that held for so long makes up for earlier ones. */
const forgottenMs = 60_000;

/** When to connect again where the socket does not decide it by itself. */
export function createComeback({ socket, isSignedIn, later, random }: ComebackOptions) {
  let isStopped = false;
  let isSignedOut = false;
  let isWaiting = false;
  let timesTurnedAway = 0;
  let cancel = (): void => undefined;

  /** Leaves the backoff of the socket aside and begins anew. */
  function now(): void {
    cancel();
    isWaiting = false;
    if (!isStopped && !isSignedOut && !socket.connected) socket.disconnect().connect();
  }

  function after(ms: number): void {
    isWaiting = true;
    cancel();
    cancel = later(now, ms);
  }

  return {
    now,
    after,

    connected(): void {
      cancel();
      isWaiting = false;
      cancel = later(() => {
        timesTurnedAway = 0;
      }, forgottenMs);
    },

    /** The server said no: only someone who is signed in may come again, and not at once. */
    async turnedAway(): Promise<void> {
      if (isWaiting) return;
      // Until the sign-in is known, whoever else wants to connect must wait too.
      isWaiting = true;
      cancel();
      socket.disconnect();
      isSignedOut = !(await isSignedIn());
      if (isStopped || isSignedOut) return;
      timesTurnedAway += 1;
      const pause = Math.min(longestMs, firstMs * 2 ** (timesTurnedAway - 1));
      after(pause * (0.5 + random() / 2));
    },

    /** The member has signed in again. */
    resume(): void {
      if (!isSignedOut) return;
      isSignedOut = false;
      now();
    },

    /** For good. */
    stop(): void {
      isStopped = true;
      cancel();
    },
  };
}
