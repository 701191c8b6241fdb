import {
  accountRoutes,
  postRoutes,
  type ReplyOf,
  type SessionView,
  spaceRoutes,
  threadRoutes,
} from '@counterpart/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';

export type ThreadAnswer = ReplyOf<typeof threadRoutes.getThread>;

/** Where on which thread someone wants to be. */
export interface ThreadPlace {
  id: number;
  /** A post number; without it, where the reader left off. */
  from?: number;
  /** Of a permalink: the post to be shown and marked. */
  postId?: number;
}

/** How many posts before the one that is meant are shown, so that one knows where one is. */
const shownBefore = 2;

/** What has just come with the document or a preload is not asked for again. */
const freshMs = 5_000;

export const windowStart = (seq: number): number => Math.max(1, seq - shownBefore);

export function threadQuery({ id, from }: ThreadPlace) {
  return queryFor(threadRoutes.getThread, {
    params: { id },
    query: from === undefined ? {} : { from },
  });
}

/** The answer for a thread, asked for unless it has just come. */
export async function openThreadPage(
  client: QueryClient,
  place: ThreadPlace,
): Promise<ThreadPlace> {
  await client.fetchQuery({ ...threadQuery(place), staleTime: freshMs });
  return place;
}

function inCache(client: QueryClient, postId: number): ThreadPlace | undefined {
  const answers = client.getQueriesData<ThreadAnswer>({ queryKey: keyOf(threadRoutes.getThread) });
  for (const [, answer] of answers) {
    const post = answer?.posts.find(({ id }) => id === postId);
    if (post) return { id: post.threadId, from: windowStart(post.seq), postId };
  }
  return undefined;
}

/** The same for a permalink, wherever the post's thread is now. */
export async function openPostPage(client: QueryClient, postId: number): Promise<ThreadPlace> {
  const known = inCache(client, postId);
  if (known) return openThreadPage(client, known);
  const { post } = await call(postRoutes.getPost, { params: { id: postId } });
  return openThreadPage(client, { id: post.threadId, from: windowStart(post.seq), postId });
}

const sessionKey = keyOf(accountRoutes.getSession);

/** The id of the one who is signed in. */
export function myId(client: QueryClient): number | undefined {
  return client.getQueryData<SessionView | null>(sessionKey)?.member.id;
}

export function useMyId(): number | undefined {
  return myId(useQueryClient());
}

export const themesQuery = queryFor(spaceRoutes.listThemes, {});
export const spacesQuery = queryFor(spaceRoutes.listSpaces, {});

export function revisionsQuery(postId: number) {
  return queryFor(postRoutes.listRevisions, { params: { id: postId } });
}
