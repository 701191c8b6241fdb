import type { LiveEvent } from '@counterpart/contract';
import type { Held, LiveServer, LiveSocket } from './socket.ts';

/**
 * Who follows what in this process. A scope is either live, and then the socket is in the room of
 * that name, or held: its past is being read, and what arrives meanwhile waits with it.
 */
export function createRooms(io: LiveServer) {
  const holding = new Map<string, Set<Held>>();

  function unhold(scope: string, held: Held): void {
    const all = holding.get(scope);
    all?.delete(held);
    if (all?.size === 0) holding.delete(scope);
  }

  function leave(socket: LiveSocket, scope: string): void {
    const was = socket.data.follows.get(scope);
    if (was === undefined) return;
    socket.data.follows.delete(scope);
    if (was === 'live') void socket.leave(scope);
    else unhold(scope, was);
  }

  return {
    leave,

    /** From the next delivered event on. */
    join(socket: LiveSocket, scope: string): void {
      leave(socket, scope);
      socket.data.follows.set(scope, 'live');
      void socket.join(scope);
    },

    /** Puts aside what arrives from now on, until `join` or `leave`. */
    hold(socket: LiveSocket, scope: string): Held {
      leave(socket, scope);
      const held: Held = { waiting: [] };
      socket.data.follows.set(scope, held);
      const all = holding.get(scope) ?? new Set();
      holding.set(scope, all.add(held));
      return held;
    },

    leaveAll(socket: LiveSocket): void {
      for (const scope of Array.from(socket.data.follows.keys())) leave(socket, scope);
    },

    isFollowed: (scope: string) => io.of('/').adapter.rooms.has(scope) || holding.has(scope),

    /** To those who follow live. */
    send(message: LiveEvent): void {
      io.to(message.scope).emit('event', message);
    },

    /** To those who are still reading the past. */
    keep(message: LiveEvent): void {
      for (const held of holding.get(message.scope) ?? []) held.waiting.push(message);
    },
  };
}

export type Rooms = ReturnType<typeof createRooms>;
