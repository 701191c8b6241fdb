import { useEffect, useState } from 'react';
import { useProblemText } from '../../../lib/problem-text.ts';
import type { ThreadPlace } from '../api.ts';
import { focusPost, showElement, showPost } from '../reading/show-post.ts';
import { lastLoaded } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';

/** Where the page stands when it opens: at the post that was asked for, at what is new, or where one left off. */
function openAt(store: ThreadStore, place: ThreadPlace): void {
  const state = store.state();
  const post = place.postId === undefined ? undefined : store.find(place.postId);
  const asked = post?.seq ?? place.from;
  if (asked !== undefined) return showPost(asked);
  requestAnimationFrame(() => {
    const line = document.getElementById('new-posts');
    if (line) {
      showElement(line);
      // Whoever comes from another page by keyboard goes on where the reading does.
      const isArriving = document.activeElement?.tagName === 'H1';
      if (isArriving && state.firstUnread !== null) focusPost(state.firstUnread);
      return;
    }
    // All is read, and the thread is longer than what is shown of it.
    const isLong = (state.posts[0]?.seq ?? 1) > 1;
    if (isLong && state.firstUnread === null) showPost(lastLoaded(state), 'end');
  });
}

/** Goes to any post of the thread, loading what it needs. `marked` is the one that was asked for by name. */
export function useGoTo(store: ThreadStore, place: ThreadPlace) {
  const say = useProblemText();
  const [marked, setMarked] = useState<number | null>(() =>
    place.postId === undefined ? null : (store.find(place.postId)?.seq ?? null),
  );
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => openAt(store, place), [store, place]);

  async function go(seq: number): Promise<void> {
    setFailure(null);
    try {
      await store.reach(seq);
      showPost(seq);
    } catch (error) {
      setFailure(say.sentence(error));
    }
  }

  return {
    marked,
    failure,
    goTo: (seq: number) => void go(seq),
    /** The same, and marks it: for those who followed a reference. */
    goToMarked(seq: number): void {
      setMarked(seq);
      void go(seq);
    },
  };
}
