import { useEffect, useRef, useState } from 'react';
import type { PostActions } from '../posts/post-context.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { createWrites } from '../state/writes.ts';
import type { Desk } from './desk.ts';

/** What posts ask of the page, as one object that never changes. */
export function usePostActionsOf(
  store: ThreadStore,
  desk: Desk,
  goTo: (seq: number) => void,
): PostActions {
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  }, [goTo]);
  const [actions] = useState<PostActions>(() => ({
    ...createWrites(store),
    goTo: (seq) => latest.current(seq),
    // Whoever answers what stands in the middle says what they answer.
    reply: (post) => {
      const isBetween = post.seq > 1 && post.seq < store.state().thread.lastSeq;
      desk.write(isBetween ? { post } : undefined);
    },
    quote: (post, text) => desk.write({ post, ...(text === undefined ? {} : { text }) }),
  }));
  return actions;
}
