// One connection per page; it mends itself: docs/events.md
import { type ComebackOptions, createComeback } from './comeback.ts';
import type { Follower, Wire } from './follower.ts';
import type { LineSocket } from './open-socket.ts';
import type { Status } from './status.ts';

export interface LineOptions extends ComebackOptions {
  follower: Pick<Follower, 'opened' | 'closed' | 'again' | 'event' | 'resync'>;
  status: Pick<Status, 'down' | 'failed'>;
  onReady(greeting: { seq: number; build: string }): void;
}

/** A question without an answer for so long means that the line is dead. */
const answerMs = 10_000;

function isUnauthorized(error: Error): boolean {
  return 'description' in error && error.description === 401;
}

function wireOf(socket: LineSocket): Wire {
  return {
    follow(request, answer) {
      socket.timeout(answerMs).emit('follow', request, (error, reply) => {
        if (!error) answer(reply);
        else if (socket.connected) socket.io.engine.close();
      });
    },
    unfollow: (scopes) => void socket.emit('unfollow', { scopes }),
  };
}

/** Connects with a socket that is not connected yet, and goes on until it is stopped or the sign-in ends. */
export function openLine(options: LineOptions) {
  const { socket, follower, status, onReady, random } = options;
  const comeback = createComeback(options);

  socket.on('ready', (greeting) => {
    comeback.connected();
    onReady(greeting);
    follower.opened(wireOf(socket));
  });
  socket.on('event', (event) => follower.event(event));
  socket.on('resync', (where) => follower.resync(where));
  socket.on('restarting', ({ spreadMs }) => {
    socket.disconnect();
    comeback.after(random() * spreadMs);
  });
  socket.on('disconnect', (reason) => {
    follower.closed();
    status.down();
    if (reason === 'io server disconnect') void comeback.turnedAway();
  });
  socket.on('connect_error', (error) => {
    status.failed();
    if (isUnauthorized(error)) void comeback.turnedAway();
  });

  status.down();
  socket.connect();

  return {
    /** The network is back, or the page is looked at again. */
    wake(): void {
      if (socket.connected) follower.again();
      else comeback.now();
    },

    /** The member has signed in again. */
    resume: comeback.resume,

    stop(): void {
      comeback.stop();
      follower.closed();
      socket.off();
      socket.disconnect();
    },
  };
}

export type Line = ReturnType<typeof openLine>;
