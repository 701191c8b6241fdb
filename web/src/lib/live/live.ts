// The live side of the pages; what it promises to features: docs/events.md
import { accountRoutes } from '@counterpart/contract';
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../api.ts';
import { noticeBuild } from '../build.ts';
import { setConnection } from '../connection.ts';
import { isProblem } from '../problem.ts';
import { askAgain } from './ask-again.ts';
import { catchingUp } from './catching-up.ts';
import { createFollower } from './follower.ts';
import { type Line, openLine } from './line.ts';
import { type LineSocket, openSocket } from './open-socket.ts';
import { createRegistry, scopeOf } from './registry.ts';
import { createStatus } from './status.ts';

const registry = createRegistry((error) => reportError(error));
export const { onEvent, onResync, onRefused } = registry;

const loadAgainMs = 10_000;
const sleepMs = 20_000;
/** Rights of many may change at once; they ask spread over this time. */
const spreadMs = 400;
const networkSpreadMs = 3_000;

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const status = createStatus({
  show: (state) => setConnection({ state }),
  isOffline: () => !navigator.onLine,
  whenCaughtUp: catchingUp.whenDone,
  later,
});

let client: QueryClient | undefined;
const connected = new Set<() => void>();

/** One for the page: whatever is shown is declared here, before and after there is a connection. */
export const follower = createFollower({
  deliver: (event) => client && registry.deliver(event, client),
  resync: (scope, seq) => client && registry.resync(scope, seq, client),
  refused: (scope, mark) => client && registry.refused(scope, mark, client),
  settled: status.up,
  later,
});

// Whoever lost a right must not go on being shown what it gave, and a new one is used at once.
onEvent('access.changed', ({ scope, seq }, queries) => {
  const isMine = scope.startsWith('member:');
  const spread = scope === scopeOf.network ? networkSpreadMs : spreadMs;
  later(follower.again, isMine ? 0 : Math.random() * spread);
  if (isMine) askAgain(queries, [], seq);
});

/** Called each time the connection is there. */
export function onConnected(listener: () => void): () => void {
  connected.add(listener);
  return () => void connected.delete(listener);
}

/** An answer that says no has already told the page (lib/signed-out.ts); no answer says nothing. */
async function isSignedIn(): Promise<boolean> {
  try {
    await call(accountRoutes.getSession, {});
    return true;
  } catch (error) {
    return !isProblem(error, 'signed-out');
  }
}

/** A page that is looked at again after a while may have slept, and its timers with it. */
function onWake(wake: () => void): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  let hiddenAt = 0;
  function look(): void {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > sleepMs) wake();
  }
  window.addEventListener('online', wake, { signal });
  window.addEventListener('offline', status.down, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && wake(), { signal });
  document.addEventListener('visibilitychange', look, { signal });
  return () => leaving.abort();
}

export interface LiveMember {
  client: QueryClient;
  member: number;
  /** Of the session that was read. */
  asOf: number;
}

/** Connects as this member, once the socket client is loaded. */
export function startLive(options: LiveMember): { resume(): void; stop(): void } {
  client = options.client;
  let line: Line | undefined;
  let isStopped = false;
  const own = [scopeOf.member(options.member), scopeOf.network];
  const releases = own.map((scope) => follower.declare(scope, options.asOf));
  releases.push(onWake(() => line?.wake()));

  function begin(socket: LineSocket): void {
    if (isStopped) return;
    const onReady = ({ build }: { build: string }) => {
      noticeBuild(build);
      for (const listener of connected) listener();
    };
    line = openLine({ socket, follower, status, onReady, isSignedIn, later, random: Math.random });
  }

  /** Without a network the socket client itself cannot be loaded. */
  function load(): void {
    status.down();
    if (!isStopped) openSocket().then(begin, () => later(load, loadAgainMs));
  }
  load();

  return {
    resume: () => line?.resume(),
    stop() {
      isStopped = true;
      for (const release of releases) release();
      line?.stop();
    },
  };
}
