import type { FollowReply, FollowRequest, LiveEvent } from '@counterpart/contract';
import { createFollower } from './follower.ts';

export type Step =
  | { do: 'write'; scope: number }
  | { do: 'serve' | 'take' | 'timers' | 'double' | 'cut' | 'connect' | 'again' }
  | { do: 'show'; scope: number; behind: number }
  | { do: 'hide'; page: number };

interface Page {
  scope: string;
  /** Numbers of the events that what it shows contains. */
  seen: Set<number>;
  release(): void;
}

interface Connection {
  live: Set<string>;
  toServer: (() => void)[];
  toClient: (() => void)[];
}

/** So little, that catching up often means to start again. */
const replay = 4;
const nameOf = (scope: number): string => `thread:${scope + 1}`;

/** A log, a server that follows it as ours does, a line that breaks at any place, and pages behind it. */
export function createSea() {
  const log: LiveEvent[] = [];
  let pages: Page[] = [];
  let timers: (() => void)[] = [];
  let connection: Connection | undefined;
  let last = (): void => undefined;
  /** What `expectAsOf` would hold. */
  const expected = new Map<string, number>();

  const allOf = (scope: string, upTo = log.length): number[] =>
    log.filter((event) => event.scope === scope && event.seq <= upTo).map(({ seq }) => seq);
  const pagesOf = (scope: string): Page[] => pages.filter((page) => page.scope === scope);

  const follower = createFollower({
    deliver({ scope, seq }) {
      expected.set(scope, Math.max(seq, expected.get(scope) ?? 0));
      for (const { seen } of pagesOf(scope)) seen.add(seq);
    },
    resync(scope, upTo) {
      expected.set(scope, Math.max(upTo, expected.get(scope) ?? 0));
      for (const { seen } of pagesOf(scope)) for (const seq of allOf(scope, upTo)) seen.add(seq);
    },
    refused: () => undefined,
    settled: () => undefined,
    later(run) {
      timers.push(run);
      return () => undefined;
    },
  });

  function tell(to: Connection, message: LiveEvent): void {
    to.toClient.push(() => follower.event(message));
  }

  function serve(
    to: Connection,
    { scopes, since = 0 }: FollowRequest,
    answer: (reply: FollowReply) => void,
  ): void {
    const past = log.filter(({ scope, seq }) => scopes.includes(scope) && seq > since);
    const head = log.length;
    to.toClient.push(() => answer({ ok: scopes, refused: [] }));
    if (past.length > replay) to.toClient.push(() => follower.resync({ seq: head, scopes }));
    else for (const message of past) tell(to, message);
    for (const scope of scopes) to.live.add(scope);
  }

  function connect(): void {
    if (connection) return;
    const mine: Connection = { live: new Set(), toServer: [], toClient: [] };
    connection = mine;
    follower.opened({
      follow: (request, answer) =>
        void mine.toServer.push(() => {
          for (const scope of request.scopes) mine.live.delete(scope);
          serve(mine, request, answer);
        }),
      unfollow: (scopes) =>
        void mine.toServer.push(() => {
          for (const scope of scopes) mine.live.delete(scope);
        }),
    });
  }

  function runTimers(): void {
    const due = timers;
    timers = [];
    for (const run of due) run();
  }

  function show(scope: string, behind: number): void {
    const asOf = Math.max(0, log.length - behind);
    // A load that is older than an event that concerned it is asked again.
    const isOld = asOf < (expected.get(scope) ?? 0);
    const seen = new Set(allOf(scope, isOld ? undefined : asOf));
    const page: Page = { scope, seen, release: () => undefined };
    pages.push(page);
    page.release = follower.declare(scope, asOf);
  }

  const steps = {
    serve: () => connection?.toServer.shift()?.(),
    take() {
      last = connection?.toClient.shift() ?? last;
      last();
    },
    timers: runTimers,
    double: () => connection && last(),
    cut() {
      connection = undefined;
      last = () => undefined;
      follower.closed();
    },
    connect,
    again: follower.again,
  };

  function write(scope: string): void {
    const seq = log.length + 1;
    const message: LiveEvent = { seq, scope, type: 'post.created', subject: seq, version: 1 };
    log.push(message);
    if (connection?.live.has(scope)) tell(connection, message);
  }

  return {
    allOf,
    pages: () => pages,

    step(step: Step): void {
      if (step.do === 'write') write(nameOf(step.scope));
      else if (step.do === 'show') show(nameOf(step.scope), step.behind);
      else if (step.do === 'hide') {
        pages[step.page]?.release();
        pages = pages.filter((_, index) => index !== step.page);
      } else steps[step.do]();
    },

    /** Lets the line be whole until nothing more is on its way. */
    calm(): void {
      connect();
      for (;;) {
        const { toServer, toClient } = connection ?? { toServer: [], toClient: [] };
        if (timers.length + toServer.length + toClient.length === 0) return;
        runTimers();
        toServer.shift()?.();
        toClient.shift()?.();
      }
    },
  };
}
