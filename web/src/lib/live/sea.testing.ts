import type { FollowReply, FollowRequest, LiveEvent } from '@counterpart/contract';
import { createFollower, type Follower } from './follower.ts';

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

/** So little, that catching up often means to start again. */
const replay = 4;
const nameOf = (scope: number): string => `thread:${scope + 1}`;

function createLog() {
  const events: LiveEvent[] = [];
  const head = (): number => events.length;
  return {
    head,
    above: (scopes: readonly string[], since: number) =>
      events.filter(({ scope, seq }) => scopes.includes(scope) && seq > since),
    allOf: (scope: string, upTo = head()): number[] =>
      events.filter((event) => event.scope === scope && event.seq <= upTo).map(({ seq }) => seq),
    write(scope: string): LiveEvent {
      const seq = head() + 1;
      const event: LiveEvent = { seq, scope, type: 'post.created', subject: seq, version: 1 };
      events.push(event);
      return event;
    },
  };
}
type Log = ReturnType<typeof createLog>;

/** A connection to a server that follows the log as ours does. */
function createConnection(log: Log, follower: Follower) {
  const live = new Set<string>();
  const toServer: (() => void)[] = [];
  const toClient: (() => void)[] = [];

  function tell(event: LiveEvent): void {
    toClient.push(() => follower.event(event));
  }

  function serve({ scopes, since = 0 }: FollowRequest, answer: (reply: FollowReply) => void): void {
    const past = log.above(scopes, since);
    const seq = log.head();
    const isTooMuch = past.length > replay;
    const missed = isTooMuch ? 1 : past.length;
    toClient.push(() => answer({ ok: scopes, refused: [], missed }));
    if (isTooMuch) toClient.push(() => follower.resync({ seq, scopes }));
    else for (const event of past) tell(event);
    for (const scope of scopes) live.add(scope);
  }

  follower.opened({
    follow: (request, answer) => void toServer.push(() => serve(request, answer)),
    unfollow: (scopes) =>
      void toServer.push(() => {
        for (const scope of scopes) live.delete(scope);
      }),
  });
  return {
    toServer,
    toClient,
    deliver(event: LiveEvent): void {
      if (live.has(event.scope)) tell(event);
    },
  };
}

/** What is shown, each page with what it has seen. */
function createPages(log: Log) {
  let pages: Page[] = [];
  /** What `expectAsOf` would hold. */
  const expected = new Map<string, number>();

  function add(scope: string, numbers: readonly number[]): void {
    for (const page of pages)
      if (page.scope === scope) for (const seq of numbers) page.seen.add(seq);
    expected.set(scope, Math.max(expected.get(scope) ?? 0, ...numbers));
  }

  return {
    add,
    all: () => pages,
    show(scope: string, asOf: number, release: () => void): void {
      // A load that is older than an event that concerned it is asked again.
      const isOld = asOf < (expected.get(scope) ?? 0);
      pages.push({ scope, release, seen: new Set(log.allOf(scope, isOld ? undefined : asOf)) });
    },
    hide(index: number): void {
      pages[index]?.release();
      pages = pages.filter((_, other) => other !== index);
    },
  };
}

/** A log, a server, a line that breaks at any place, and pages behind it. */
export function createSea() {
  const log = createLog();
  const pages = createPages(log);
  let timers: (() => void)[] = [];
  let connection: ReturnType<typeof createConnection> | undefined;
  let last = (): void => undefined;

  const follower = createFollower({
    deliver: ({ scope, seq }) => pages.add(scope, [seq]),
    resync: (scope, upTo) => pages.add(scope, log.allOf(scope, upTo)),
    refused: () => undefined,
    settled: () => undefined,
    later(run) {
      timers.push(run);
      return () => undefined;
    },
  });

  const steps = {
    serve: () => connection?.toServer.shift()?.(),
    take() {
      last = connection?.toClient.shift() ?? last;
      last();
    },
    timers() {
      for (const run of timers.splice(0)) run();
    },
    double: () => connection && last(),
    cut() {
      connection = undefined;
      last = () => undefined;
      follower.closed();
    },
    connect() {
      connection ??= createConnection(log, follower);
    },
    again: follower.again,
  };

  function show(scope: string, behind: number): void {
    const asOf = Math.max(0, log.head() - behind);
    pages.show(scope, asOf, follower.declare(scope, asOf));
  }

  return {
    allOf: log.allOf,
    pages: pages.all,

    step(step: Step): void {
      if (step.do === 'write') {
        const event = log.write(nameOf(step.scope));
        connection?.deliver(event);
      } else if (step.do === 'show') show(nameOf(step.scope), step.behind);
      else if (step.do === 'hide') pages.hide(step.page);
      else steps[step.do]();
    },

    /** Lets the line be whole until nothing more is on its way. */
    calm(): void {
      steps.connect();
      while (
        timers.length +
        (connection?.toServer.length ?? 0) +
        (connection?.toClient.length ?? 0)
      ) {
        steps.timers();
        steps.serve();
        connection?.toClient.shift()?.();
      }
    },
  };
}
