import type { LoggedEvent } from '@counterpart/db';
import type { SignIn } from '../sign-in.ts';
import type { LiveReading } from './reading.ts';
import type { Rooms } from './rooms.ts';
import { type LiveSocket, ownScopes, sendBack, turnAway } from './socket.ts';

/** So many members are checked at once: the rest of the house needs its connections too. */
const atOnce = 4;

export interface AccessOptions {
  signIn: Pick<SignIn, 'recognise'>;
  reading: LiveReading;
  rooms: Rooms;
  /** Who is connected to this process. */
  members: () => number[];
  sockets: (memberId: number) => LiveSocket[];
  onFailure: (error: unknown) => void;
}

/** The member a scope belongs to, if it is a member's. */
export function memberOf(scope: string): number | undefined {
  const [kind, id] = scope.split(':');
  return kind === 'member' ? Number(id) : undefined;
}

/** Keeps sockets within what their members may read; whatever cannot be checked is closed. */
export function createAccess(options: AccessOptions) {
  const { signIn, reading, rooms, members, sockets, onFailure } = options;
  /** Learns again who holds the socket; false when it was closed. */
  async function refresh(socket: LiveSocket): Promise<boolean> {
    try {
      const signedIn = await signIn.recognise(socket.data.token);
      if (signedIn === undefined) turnAway(socket);
      else socket.data.actor = signedIn.actor;
    } catch (error) {
      onFailure(error);
      sendBack(socket);
      return false;
    }
    return socket.connected;
  }

  function asked(socket: LiveSocket): string[] {
    const own = ownScopes(socket.data.actor);
    return [...socket.data.follows.keys()].filter((scope) => !own.includes(scope));
  }

  /** The last thing a socket hears of a scope that it loses, so that its page does not go on showing it. */
  function tellLoss(socket: LiveSocket, scope: string, { seq, subject }: LoggedEvent): void {
    rooms.leave(socket, scope);
    socket.emit('event', { seq, scope, type: 'access.changed', subject, version: 1 });
  }

  /** Sockets of one member share its rights: one question for all of them. */
  async function checkMember(all: readonly LiveSocket[], change: LoggedEvent): Promise<void> {
    const scopes = new Set(all.flatMap(asked));
    const [first] = all;
    if (first === undefined || scopes.size === 0) return;
    try {
      const readable = await reading.readable(first.data.actor, [...scopes]);
      for (const socket of all)
        for (const scope of asked(socket))
          if (scopes.has(scope) && !readable.has(scope)) tellLoss(socket, scope, change);
    } catch (error) {
      onFailure(error);
      for (const socket of all) sendBack(socket);
    }
  }

  async function checkAll(change: LoggedEvent): Promise<void> {
    const waiting = members().map((memberId) => sockets(memberId));
    const worker = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        await checkMember(next, change);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  return {
    refresh,

    /** Whether rights may differ after this event. */
    isChange: ({ type }: LoggedEvent) => type === 'access.changed' || type === 'session.ended',

    /** Applies a change of rights; later events may be delivered once it resolves. */
    async apply(change: LoggedEvent): Promise<void> {
      const { type, scope, subject } = change;
      const memberId = memberOf(scope);
      if (memberId === undefined) return checkAll(change);
      const mine = sockets(memberId);
      if (type === 'session.ended') {
        for (const socket of mine) if (socket.data.actor.sessionId === subject) turnAway(socket);
        return;
      }
      for (const socket of mine) await refresh(socket);
      await checkMember(
        mine.filter((socket) => socket.connected),
        change,
      );
    },
  };
}

export type Access = ReturnType<typeof createAccess>;
