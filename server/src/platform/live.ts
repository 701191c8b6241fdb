// The live side of the server; what it promises to pages and features: docs/events.md
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { livePath } from '@counterpart/contract';
import type { Database } from '@counterpart/db';
import { Server } from 'socket.io';
import { createAccess, memberOf } from './live/access.ts';
import { createDelivery } from './live/delivery.ts';
import { createDoor } from './live/door.ts';
import { createFollow } from './live/follow.ts';
import { createMerger } from './live/merger.ts';
import { createPackets } from './live/packets.ts';
import type { LiveReading } from './live/reading.ts';
import { createRegister } from './live/register.ts';
import { createRooms } from './live/rooms.ts';
import { type LiveServer, type LiveSocket, ownScopes, turnAway } from './live/socket.ts';
import type { SignIn } from './sign-in.ts';
import type { Tail } from './tail.ts';

export type { LiveReading } from './live/reading.ts';

export interface LiveOptions {
  http: HttpServer;
  db: Database;
  tail: Tail;
  signIn: Pick<SignIn, 'readToken' | 'recognise' | 'forget'>;
  reading: LiveReading;
  /** Whether pages of this Origin may connect to this Host. */
  allowedOrigin: (origin: string, host: string | undefined) => boolean;
  /** The reader's address; without it, the one the connection comes from. */
  addressOf?: (request: IncomingMessage) => string;
  rateLimits: boolean;
  /** The version of the product, told to each client. */
  build: string;
  onFailure: (error: unknown) => void;
}

export interface Live {
  /** How many sockets are connected to this process. */
  sockets(): number;
  /** Asks everybody to come back later, spread, and lets them go. */
  stop(): Promise<void>;
}

/** A sign-in that ends by its age tells nobody, so all are looked at now and then. */
const lookMs = 10 * 60_000;

function openServer(http: HttpServer, door: ReturnType<typeof createDoor>): LiveServer {
  const io: LiveServer = new Server(http, {
    path: livePath,
    serveClient: false,
    // Connection state recovery stays off: it gives rooms back to people who lost access meanwhile.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64_000,
    connectTimeout: 10_000,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    allowRequest: (request, callback) => void door.admit(request, () => callback(null, true)),
  });
  // Looking at a sign-in may prolong it; then the cookie must live longer too.
  io.engine.on('initial_headers', (headers: Record<string, string>, request: IncomingMessage) => {
    const cookie = door.guest(request)?.cookie;
    if (cookie !== undefined) headers['set-cookie'] = cookie;
  });
  return io;
}

/** Lets go of sockets whose sign-in has grown too old; gives a way to stop. */
function startLooking(
  sockets: () => LiveSocket[],
  refresh: (socket: LiveSocket) => Promise<boolean>,
): () => void {
  async function lookAtAll(): Promise<void> {
    for (const socket of sockets()) if (socket.connected) await refresh(socket);
  }
  const timer = setInterval(() => void lookAtAll(), lookMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Puts the live side beside the HTTP routes of a server. */
export function createLive(options: LiveOptions): Live {
  const { http, db, tail, signIn, reading, build, onFailure } = options;
  const door = createDoor({
    ...options,
    addressOf: options.addressOf ?? ((request) => request.socket.remoteAddress ?? ''),
  });
  const io = openServer(http, door);
  const register = createRegister();
  const rooms = createRooms(io);
  const merger = createMerger({ send: (message) => rooms.send(message) });
  const access = createAccess({ signIn, reading, rooms, ...register, onFailure });
  const from = tail.position();
  const delivery = createDelivery({ from, reading, rooms, merger, access, onFailure });
  const { delivered } = delivery;
  const follow = createFollow({ db, reading, rooms, merger, delivered, onFailure });
  const listen = createPackets({ follow, rooms, onFailure });
  const stopLooking = startLooking(register.all, access.refresh);

  async function welcome(socket: LiveSocket): Promise<void> {
    // In the register first: an end of the sign-in that comes from now on finds the socket.
    if (!(await access.refresh(socket))) return;
    for (const scope of ownScopes(socket.data.actor)) rooms.join(socket, scope);
    socket.emit('ready', { seq: delivered(), build });
  }

  io.on('connection', (socket) => {
    const guest = door.guest(socket.request);
    if (guest === undefined) {
      turnAway(socket);
      return;
    }
    socket.data = { token: guest.token, actor: guest.actor, follows: new Map() };
    register.add(socket);
    socket.on('disconnect', () => {
      rooms.leaveAll(socket);
      register.remove(socket);
    });
    listen(socket, welcome(socket));
  });

  tail.onNews((events) => {
    for (const event of events) {
      const memberId = memberOf(event.scope);
      const isOfMembers = memberId !== undefined || event.scope === 'network';
      if (isOfMembers && access.isChange(event)) signIn.forget(memberId);
    }
  });
  tail.onEvents((events) => delivery.deliver(events));

  return {
    sockets: register.count,
    async stop() {
      door.close();
      stopLooking();
      merger.stop();
      await register.letAllGo();
      io.engine.close();
    },
  };
}
