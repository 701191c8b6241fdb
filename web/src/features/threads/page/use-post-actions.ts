import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PostActions } from '../posts/post-context.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { createWrites } from '../state/writes.ts';
import type { WritingHandle } from './Writing.tsx';

/** What posts ask of the page, as one object that never changes. */
export function usePostActionsOf(
  store: ThreadStore,
  writing: RefObject<WritingHandle | null>,
  goTo: (seq: number) => void,
): PostActions {
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  }, [goTo]);
  const [actions] = useState<PostActions>(() => ({
    ...createWrites(store),
    goTo: (seq) => latest.current(seq),
    reply: () => writing.current?.write(),
    quote: (post, text) =>
      writing.current?.write({ post, ...(text === undefined ? {} : { text }) }),
  }));
  return actions;
}
