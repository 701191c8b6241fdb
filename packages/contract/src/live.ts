import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { postView } from './posts.ts';
import { clientKey, count, id } from './shapes.ts';

/** The socket's path; the session cookie and an allowed Origin are required on both transports. */
export const livePath = '/api/live';

/**
 * `space:` tells of what every reader of a space may read, `joined:` of what stays with those who have
 * joined it.
 */
export const scopePattern =
  /^(network|staff|(space|joined|thread|conversation|member):[1-9]\d{0,15})$/;
export const scope = z.string().check(z.regex(scopePattern));

export const eventTypes = [
  'post.created',
  'post.edited',
  'post.deleted',
  'reaction.changed',
  'thread.created',
  'thread.changed',
  'synthesis.changed',
  'space.changed',
  'read.moved',
  'reading.changed',
  'access.changed',
  'session.ended',
] as const;
export type EventType = (typeof eventTypes)[number];

/** One numbered event as it arrives. `subject` is the id of what changed, `version` the version it has now. */
export const liveEvent = z.object({
  seq: count,
  scope,
  type: z.enum(eventTypes),
  subject: id,
  version: count,
  mutation: z.optional(clientKey),
  /** Only with `post.created`: the post as every reader sees it. */
  data: z.optional(postView),
});
export type LiveEvent = z.infer<typeof liveEvent>;

export const followRequest = z.strictObject({
  scopes: z.array(scope).check(z.minLength(1), z.maxLength(limits.followScopes)),
  since: z.optional(count),
});
export type FollowRequest = z.infer<typeof followRequest>;

export interface FollowReply {
  ok: string[];
  refused: string[];
  /** How many messages come right behind this answer: what was missed, or one `resync`. */
  missed: number;
}

export const unfollowRequest = z.strictObject({
  scopes: z.array(scope).check(z.minLength(1), z.maxLength(limits.followScopes)),
});

export interface ServerToClient {
  ready(greeting: { seq: number; build: string }): void;
  event(event: LiveEvent): void;
  /** More was missed than is replayed: load again, then go on from `seq`. */
  resync(where: { seq: number; scopes: string[] }): void;
  /** The server is about to stop; come back spread over this many milliseconds. */
  restarting(notice: { spreadMs: number }): void;
}

export interface ClientToServer {
  follow(request: FollowRequest, answer: (reply: FollowReply) => void): void;
  unfollow(request: z.infer<typeof unfollowRequest>): void;
}
