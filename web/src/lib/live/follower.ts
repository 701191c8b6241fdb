// Catching up over any number of connections: docs/events.md
import {
  type FollowReply,
  type FollowRequest,
  type LiveEvent,
  limits,
} from '@counterpart/contract';
import { createMarks, type Holder } from './marks.ts';

/** What following needs of a connection. The answer comes before any event that follows it. */
export interface Wire {
  follow(request: FollowRequest, answer: (reply: FollowReply) => void): void;
  unfollow(scopes: string[]): void;
}

export interface FollowerOptions {
  deliver(event: LiveEvent): void;
  resync(scope: string, seq: number): void;
  /** Told once, until the scope may be read again. */
  refused(scope: string, mark: number): void;
  /** All scopes have been answered, and what was missed of them has been delivered. */
  settled(): void;
  /** Runs after milliseconds; gives a way to cancel. */
  later(run: () => void, ms: number): () => void;
}

/** A page that is left is often come back to; its data stays current meanwhile. */
const lingerMs = 30_000;

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

/** Counts the messages that come right behind the answers: what was missed. */
function createOwed() {
  let owed = 0;
  return {
    add: (count: number): void => {
      owed += count;
    },
    /** Another message is here; whether it was one of them. */
    take: (): boolean => {
      if (owed === 0) return false;
      owed -= 1;
      return true;
    },
    forget: (): void => {
      owed = 0;
    },
    isNothing: (): boolean => owed === 0,
  };
}

/** Keeps the scopes that pages show. */
export function createFollower(options: FollowerOptions) {
  const { deliver, resync, refused, settled, later } = options;
  const marks = createMarks();
  const leaving = new Set<string>();
  let wire: Wire | undefined;
  const owed = createOwed();
  let isDue = false;

  function settle(): void {
    if (owed.isNothing() && marks.isSettled()) settled();
  }

  function answered(request: FollowRequest, round: number, reply: FollowReply): void {
    for (const { scope, mark } of marks.answered(request, round, reply)) refused(scope, mark);
    owed.add(reply.missed);
    settle();
  }

  function sync(): void {
    isDue = false;
    if (wire === undefined) return;
    const gone = [...leaving];
    for (let start = 0; start < gone.length; start += limits.followScopes)
      wire.unfollow(gone.slice(start, start + limits.followScopes));
    leaving.clear();
    for (const { round, request } of marks.ask())
      wire.follow(request, (reply) => answered(request, round, reply));
  }

  /** Pages declare one after the other; they are asked for together. */
  function syncSoon(): void {
    if (isDue || wire === undefined) return;
    isDue = true;
    later(sync, 0);
  }

  function leave(scope: string): void {
    if (marks.isHeld(scope)) return;
    marks.forget(scope);
    leaving.add(scope);
    syncSoon();
  }

  function again(): void {
    marks.wantAll();
    syncSoon();
  }

  return {
    /**
     * Shows something of a scope that was loaded at `asOf`. Gives a way to let it go. Data older than
     * what is followed makes the scope be told again from there.
     * Answers in the cache hear every event; what a page holds of its own hears those since it is shown.
     */
    declare(scope: string, asOf: number, holder: Holder = 'cache'): () => void {
      if (marks.hold(scope, asOf, holder)) syncSoon();
      return once(() => {
        if (marks.release(scope)) later(() => leave(scope), lingerMs);
      });
    },

    /** A connection is there: everything is followed from its mark. */
    opened(open: Wire): void {
      wire = open;
      owed.forget();
      leaving.clear();
      again();
    },

    closed(): void {
      wire = undefined;
    },

    /** Rights may have changed, or the line was asleep: looks at everything again. */
    again,

    event(event: LiveEvent): void {
      if (marks.accept(event.scope, event.seq)) deliver(event);
      if (owed.take()) settle();
    },

    resync({ seq, scopes }: { seq: number; scopes: string[] }): void {
      for (const scope of scopes) if (marks.restart(scope, seq)) resync(scope, seq);
      if (owed.take()) settle();
    },
  };
}

export type Follower = ReturnType<typeof createFollower>;
