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
    reply: () => desk.write(),
    quote: (post, text) => desk.write({ post, ...(text === undefined ? {} : { text }) }),
  }));
  return actions;
}
