// Catching up, joining and staying live are three named phases: docs/events.md
import {
  type FollowReply,
  type FollowRequest,
  type LiveEvent,
  limits,
} from '@counterpart/contract';
import { type Database, type LoggedEvent, readAfter, readSpan } from '@counterpart/db';
import type { Merger } from './merger.ts';
import { type LiveReading, readData, toMessage } from './reading.ts';
import type { Rooms } from './rooms.ts';
import type { Held, LiveSocket } from './socket.ts';

/** Scopes one socket may follow. */
const most = 400;
/** Only the last posts of a replay carry their text; before them the client asks for pages anyway. */
const withData = 50;

export interface FollowOptions {
  db: Database;
  reading: LiveReading;
  rooms: Rooms;
  merger: Merger;
  /** The highest number delivered to live followers. */
  delivered: () => number;
  onFailure: (error: unknown) => void;
}

/** What happened above a number in some scopes; null when it is more than is replayed, or gone. */
type Past = LiveEvent[] | null;

export function createFollow(options: FollowOptions) {
  const { db, reading, rooms, merger, delivered, onFailure } = options;

  /** Phase one: the log, up to what had been delivered when the scopes began to be held. */
  async function readPast(scopes: readonly string[], since: number, upTo: number): Promise<Past> {
    const [span, events] = await Promise.all([
      db.read(readSpan),
      db.read((sql) => readAfter(sql, since, { scopes, limit: limits.replay + 1 })),
    ]);
    const isPruned = since < (span.oldest ?? span.head + 1) - 1;
    if (isPruned || since > span.head || events.length > limits.replay) return null;
    const past = events.filter(({ seq }) => seq <= upTo);
    const last: LoggedEvent[] = past.filter(({ type }) => type === 'post.created').slice(-withData);
    const data = await readData(reading, last, onFailure);
    return past.map((event) => toMessage(event, data.get(event.seq)));
  }

  /** Phases two and three, without a pause, so that nothing is lost, doubled or out of order. */
  function join(
    socket: LiveSocket,
    held: ReadonlyMap<string, Held>,
    past: Past,
    answer: (ok: string[], missed: number) => void,
  ): void {
    // Whoever lost access meanwhile is no longer held.
    const ok = [...held].filter(([scope, one]) => socket.data.follows.get(scope) === one);
    const scopes = ok.map(([scope]) => scope);
    const readable = new Set(scopes);
    const waiting = ok.flatMap(([, one]) => one.waiting).toSorted((a, b) => a.seq - b.seq);
    const missed = past?.filter(({ scope }) => readable.has(scope)).concat(waiting);
    const isTooMuch = missed === undefined || missed.length > limits.replay;
    answer(scopes, isTooMuch ? 1 : missed.length);
    if (isTooMuch) socket.emit('resync', { seq: delivered(), scopes });
    else for (const message of missed) socket.emit('event', message);
    for (const scope of scopes) {
      // What waits there to be merged is in the past that was just sent.
      merger.flush(scope);
      rooms.join(socket, scope);
    }
  }

  function take(socket: LiveSocket, scopes: readonly string[]): Map<string, Held> {
    const held = new Map<string, Held>();
    for (const scope of scopes) {
      const { follows } = socket.data;
      if (follows.size >= most && !follows.has(scope)) continue;
      held.set(scope, rooms.hold(socket, scope));
    }
    return held;
  }

  /** Lets go of what may not be read. Unreadable and not existing look the same. */
  async function narrow(socket: LiveSocket, held: Map<string, Held>): Promise<void> {
    if (held.size === 0) return;
    const readable = await reading.readable(socket.data.actor, [...held.keys()]);
    for (const [scope, one] of held) {
      if (readable.has(scope)) continue;
      held.delete(scope);
      if (socket.data.follows.get(scope) === one) rooms.leave(socket, scope);
    }
  }

  /** Follows scopes, first telling what was missed since a number. Rejects when the log cannot be read. */
  return async function follow(
    socket: LiveSocket,
    { scopes, since }: FollowRequest,
    answer: (reply: FollowReply) => void,
  ): Promise<void> {
    const upTo = delivered();
    // Held before anything is asked, so that a change of rights that comes meanwhile finds them.
    const held = take(socket, scopes);
    await narrow(socket, held);
    let past: Past = [];
    if (since !== undefined && held.size > 0) {
      past = await readPast([...held.keys()], since, upTo);
      // The texts were read after the first look at the rights.
      await narrow(socket, held);
    }
    join(socket, held, past, (ok, missed) => {
      const joined = new Set(ok);
      const refused = [...new Set(scopes)].filter((scope) => !joined.has(scope));
      answer({ ok, refused, missed });
    });
  };
}
