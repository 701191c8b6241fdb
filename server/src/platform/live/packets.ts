import { type FollowReply, followRequest, unfollowRequest } from '@counterpart/contract';
import { createBucket } from './bucket.ts';
import type { createFollow } from './follow.ts';
import type { Rooms } from './rooms.ts';
import { type LiveSocket, sendBack, turnAway } from './socket.ts';

/** Packets of one socket: so many at once, and so many more a second. */
const packets = { most: 60, perSecond: 10 };

export interface PacketsOptions {
  follow: ReturnType<typeof createFollow>;
  rooms: Rooms;
  onFailure: (error: unknown) => void;
}

type Answer = (reply: FollowReply) => void;
type Handler = (socket: LiveSocket, body: unknown, answer: Answer) => Promise<void>;

function answerIn(args: readonly unknown[]): Answer {
  const last = args.at(-1);
  return typeof last === 'function' ? (reply) => void last(reply) : () => undefined;
}

/** Takes packets in, one after the other per socket. What is not in the map or not valid is dropped. */
export function createPackets({ follow, rooms, onFailure }: PacketsOptions) {
  // A Map, never an object: names come from outside, and '__proto__' is one.
  const handlers = new Map<unknown, Handler>([
    [
      'follow',
      async (socket, body, answer) => {
        const request = followRequest.safeParse(body);
        if (request.success) await follow(socket, request.data, answer);
      },
    ],
    [
      'unfollow',
      async (socket, body) => {
        const request = unfollowRequest.safeParse(body);
        if (request.success) for (const scope of request.data.scopes) rooms.leave(socket, scope);
      },
    ],
  ]);

  /** Begins to listen to a socket; the first packet waits for `ready`. */
  return function listen(socket: LiveSocket, ready: Promise<unknown>): void {
    const bucket = createBucket(packets);
    let last = ready;
    async function handle(handler: Handler, [body, ...rest]: unknown[]): Promise<void> {
      if (!socket.connected) return;
      try {
        await handler(socket, body, answerIn(rest));
      } catch (error) {
        onFailure(error);
        sendBack(socket);
      }
    }
    // `next` is never called: no name from outside reaches an event emitter.
    socket.use(([name, ...args]: unknown[]) => {
      if (!bucket.take()) return turnAway(socket);
      const handler = handlers.get(name);
      if (handler !== undefined) last = last.then(() => handle(handler, args));
    });
  };
}
