import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { type LiveEvent, livePath } from '@counterpart/contract';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFollower } from './follower.ts';
import { type Line, openLine } from './line.ts';
import { openSocket } from './open-socket.ts';

let http: HttpServer;
let io: Server;
let log: LiveEvent[];
let follows: { scopes: string[]; since: number }[];
let isRefused: boolean;
let isSignedIn: () => Promise<boolean>;
let delivered: number[];
let readies: number;
let downs: number;
let delays: number[];
let line: Line;

function write(seq: number): void {
  const event: LiveEvent = {
    seq,
    scope: 'thread:1',
    type: 'post.edited',
    subject: 1,
    version: seq,
  };
  log.push(event);
  io.to('thread:1').emit('event', event);
}

/** Does with the log what the server does. */
function serve(): void {
  io.on('connection', (socket) => {
    socket.on('follow', (request: { scopes: string[]; since: number }, answer) => {
      follows.push(request);
      answer({ ok: request.scopes, refused: [] });
      for (const event of log) if (event.seq > request.since) socket.emit('event', event);
      void socket.join(request.scopes);
    });
    socket.emit('ready', { seq: log.length, build: 'test' });
  });
}

async function start(): Promise<void> {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const later = (run: () => void, ms: number) => {
    if (ms > 0) delays.push(ms);
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const follower = createFollower({
    deliver: ({ seq }) => delivered.push(seq),
    resync: () => undefined,
    refused: () => undefined,
    settled: () => undefined,
    later,
  });
  follower.declare('thread:1', 0);
  line = openLine({
    socket: await openSocket(`http://127.0.0.1:${address.port}`),
    follower,
    status: {
      down: () => {
        downs += 1;
      },
      failed: () => undefined,
    },
    onReady: () => {
      readies += 1;
    },
    isSignedIn: () => isSignedIn(),
    later,
    random: () => 0,
  });
}

function responseOf(request: IncomingMessage & { res?: ServerResponse }): ServerResponse {
  if (request.res === undefined) throw new Error('no response');
  return request.res;
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

beforeEach(async () => {
  [log, follows, delivered, delays] = [[], [], [], []];
  [readies, downs, isRefused] = [0, 0, false];
  isSignedIn = async () => true;
  http = createServer();
  io = new Server(http, {
    path: livePath,
    allowRequest: (request, callback) => {
      if (!isRefused) return callback(null, true);
      // As our door does: refused before anything begins, with a status that polling can read.
      if (request.headers.upgrade === undefined) responseOf(request).writeHead(401).end();
      else request.socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    },
  });
  serve();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  line.stop();
  await io.close();
});

it('follows from where the page stands, and then stays live', async () => {
  write(1);
  await start();
  await until(() => expect(delivered).toEqual([1]));
  write(2);
  await until(() => expect(delivered).toEqual([1, 2]));
  expect(follows).toEqual([{ scopes: ['thread:1'], since: 0 }]);
});

it('comes back by itself and reads what it missed, once', async () => {
  await start();
  write(1);
  await until(() => expect(delivered).toEqual([1]));
  for (const socket of io.sockets.sockets.values()) socket.conn.close();
  await until(() => expect(io.engine.clientsCount).toBe(0));
  write(2);
  await until(() => expect(delivered).toEqual([1, 2]));
  expect(follows.at(-1)).toEqual({ scopes: ['thread:1'], since: 1 });
});

it('does not wait for its turn when the page is woken', async () => {
  await start();
  await until(() => expect(follows).toHaveLength(1));
  for (const socket of io.sockets.sockets.values()) socket.conn.close();
  await until(() => expect(downs).toBe(2));
  line.wake();
  await until(() => expect(follows).toHaveLength(2));
  line.wake();
  await until(() => expect(follows).toHaveLength(3));
  expect(readies).toBe(2);
});

it('comes back after a restart, spread as the server wishes', async () => {
  await start();
  await until(() => expect(follows).toHaveLength(1));
  io.emit('restarting', { spreadMs: 50 });
  await until(() => expect(readies).toBe(2));
});

it('looks at the sign-in when it is turned away, and comes again after a pause', async () => {
  await start();
  await until(() => expect(readies).toBe(1));
  io.disconnectSockets(true);
  await until(() => expect(delays).toContain(2_500));
  expect(readies).toBe(1);
  line.wake();
  await until(() => expect(readies).toBe(2));
});

it('stays away when the sign-in has ended, until somebody signs in again', async () => {
  await start();
  await until(() => expect(readies).toBe(1));
  let looks = 0;
  isSignedIn = async () => {
    looks += 1;
    return false;
  };
  io.disconnectSockets(true);
  await until(() => expect(looks).toBe(1));
  line.wake();
  line.resume();
  await until(() => expect(readies).toBe(2));
  expect(looks).toBe(1);
});

it('understands that it is refused at the door', async () => {
  isRefused = true;
  let looks = 0;
  isSignedIn = async () => {
    looks += 1;
    return false;
  };
  await start();
  await until(() => expect(looks).toBe(1));
  isRefused = false;
  line.resume();
  await until(() => expect(readies).toBe(1));
});
