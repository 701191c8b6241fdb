import { type ClientToServer, livePath, type ServerToClient } from '@counterpart/contract';
import type { Socket } from 'socket.io-client';

export type LineSocket = Socket<ServerToClient, ClientToServer>;

/** Loads the socket client, which no page needs for its first paint, and makes a socket. */
export async function openSocket(address?: string): Promise<LineSocket> {
  const { io } = await import('socket.io-client');
  const options = {
    path: livePath,
    // Some networks let no websocket through; then polling, which is refused with a status we can read.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 30_000,
    randomizationFactor: 0.9,
  };
  return address === undefined ? io(options) : io(address, options);
}
