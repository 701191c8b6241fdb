import type { PostView, ThreadVerb } from '@counterpart/contract';
import { createContext, useContext } from 'react';
import type { Writes } from '../state/writes.ts';

/** What a post asks of the page around it. One object for the life of the page, so that posts are not drawn again. */
export interface PostActions extends Writes {
  /** Shows the post with this number, wherever it is. */
  goTo(seq: number): void;
  reply(post: PostView): void;
  quote(post: PostView, passage?: string): void;
}

export const PostActionsContext = createContext<PostActions | null>(null);
export const ThreadCanContext = createContext<readonly ThreadVerb[]>([]);

export function usePostActions(): PostActions {
  const actions = useContext(PostActionsContext);
  if (!actions) throw new Error('usePostActions is for what stands on the page of a thread');
  return actions;
}

/** What the reader may do in this thread. */
export function useThreadCan(): readonly ThreadVerb[] {
  return useContext(ThreadCanContext);
}
