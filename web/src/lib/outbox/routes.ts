import { type ReplyOf, threadRoutes } from '@counterpart/contract';
import type { InputOf } from '../api.ts';
import { newThreads, threadLine } from './lines.ts';

/** Writings that may wait for the network. Each has a client key, so that a retry appears once. */
export const outboxRoutes = {
  createPost: threadRoutes.createPost,
  createThread: threadRoutes.createThread,
};

type Routes = typeof outboxRoutes;
export type OutboxRoute = keyof Routes;

export type OutboxInput<Name extends OutboxRoute = OutboxRoute> = {
  [Each in OutboxRoute]: InputOf<Routes[Each]>;
}[Name];

export type OutboxReply<Name extends OutboxRoute = OutboxRoute> = {
  [Each in OutboxRoute]: ReplyOf<Routes[Each]>;
}[Name];

/** One operation with what it needs. */
export type OutboxWriting = {
  [Each in OutboxRoute]: { route: Each; input: OutboxInput<Each> };
}[OutboxRoute];

export function lineOf(input: OutboxInput): string {
  return input.params === undefined ? newThreads : threadLine(input.params.id);
}
