import type { ClientToServer, LiveEvent, ServerToClient } from '@counterpart/contract';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Actor } from '../actor.ts';

/** A scope whose past is still being read; what arrives meanwhile waits here. */
export interface Held {
  waiting: LiveEvent[];
}

export interface SocketData {
  token: string;
  actor: Actor;
  /** Everything this socket follows: live, or still held. */
  follows: Map<string, Held | 'live'>;
}

export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** The two scopes everybody signed in follows without asking. */
export function ownScopes({ memberId }: Actor): string[] {
  return [`member:${memberId}`, 'network'];
}

/** Closes so that the client comes back by itself and asks again from where it was. */
export function sendBack(socket: LiveSocket): void {
  socket.conn.close();
}

/** Closes for good: the client must look at its sign-in before it may come again. */
export function turnAway(socket: LiveSocket): void {
  socket.disconnect(true);
}
