import {
  type ClientToServer,
  type FollowReply,
  type LiveEvent,
  livePath,
  type ServerToClient,
} from '@counterpart/contract';
import { io, type Socket } from 'socket.io-client';

const deadlineMs = 8_000;

export interface Knock {
  port: number;
  cookie?: string;
  origin?: string;
  transports?: ('websocket' | 'polling')[];
}

type ClientSocket = Socket<ServerToClient, ClientToServer>;

export function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen in time`)), deadlineMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A page's side of the connection, as docs/events.md asks a client to be. */
export class LiveClient {
  readonly received: LiveEvent[] = [];
  readonly resyncs: { seq: number; scopes: string[] }[] = [];
  readonly ready: Promise<{ seq: number; build: string }>;
  readonly closed: Promise<string>;
  readonly refused: Promise<string>;
  readonly restarting: Promise<{ spreadMs: number }>;
  readonly socket: ClientSocket;
  private readonly catchingUp = new Set<string>();
  private waiting: (() => void)[] = [];

  constructor({ port, cookie, origin = 'http://forum.test', transports = ['websocket'] }: Knock) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      path: livePath,
      transports,
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin, ...(cookie === undefined ? {} : { cookie }) },
    });
    const { socket } = this;
    this.ready = new Promise((resolve) => socket.on('ready', resolve));
    this.closed = new Promise((resolve) => socket.on('disconnect', resolve));
    this.refused = new Promise((resolve) =>
      socket.on('connect_error', (error) => resolve(error.message)),
    );
    this.restarting = new Promise((resolve) => socket.on('restarting', resolve));
    socket.on('event', (event) => {
      // Between the question and its answer: what was missed comes behind the answer, in order.
      if (!this.catchingUp.has(event.scope)) this.received.push(event);
      this.look();
    });
    socket.on('resync', (where) => {
      this.resyncs.push(where);
      this.look();
    });
  }

  async follow(scopes: string[], since?: number): Promise<FollowReply> {
    for (const scope of scopes) this.catchingUp.add(scope);
    const request = since === undefined ? { scopes } : { scopes, since };
    const reply = await within(
      'The answer to follow',
      new Promise<FollowReply>((resolve) => {
        this.socket.emit('follow', request, (answer) => {
          for (const scope of scopes) this.catchingUp.delete(scope);
          resolve(answer);
        });
      }),
    );
    return reply;
  }

  /** Resolves when all that the server has sent until now is here. */
  async arrived(): Promise<void> {
    await this.follow(['staff']);
  }

  in(scope: string): number[] {
    return this.received.filter((event) => event.scope === scope).map(({ seq }) => seq);
  }

  /** Resolves once `is` holds; asked again after each message. */
  until(what: string, is: () => boolean): Promise<void> {
    return within(
      what,
      new Promise((resolve) => {
        const ask = () => {
          if (is()) resolve();
          else this.waiting.push(ask);
        };
        ask();
      }),
    );
  }

  close(): void {
    this.socket.close();
  }

  private look(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const ask of waiting) ask();
  }
}
