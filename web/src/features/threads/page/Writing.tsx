import type { PostView } from '@counterpart/contract';
import { useImperativeHandle, useRef } from 'react';
import { Composer } from '../composer/Composer.tsx';
import { useComposer } from '../composer/use-composer.ts';
import { WaitingPosts } from '../composer/WaitingPosts.tsx';
import type { EditorHandle } from '../editor/use-editor.ts';
import { elementOf } from '../reading/show-post.ts';
import type { ThreadState } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import type { Desk } from './desk.ts';

interface Props {
  store: ThreadStore;
  state: ThreadState;
  goTo: (seq: number) => void;
  desk: Desk;
}

/** What waits to be sent, and the place to write. */
export function Writing({ store, state, goTo, desk }: Props) {
  const editor = useRef<EditorHandle>(null);
  const composer = useComposer(store, (post: PostView) => {
    // At the end of the thread it appears where it was written; elsewhere one is brought to it.
    if (!elementOf(post.seq)) goTo(post.seq);
  });
  useImperativeHandle(desk.ready, () => ({
    write(quote) {
      if (quote) composer.choose(quote);
      editor.current?.focus();
    },
  }));
  return (
    <>
      <WaitingPosts threadId={store.id} onEdit={composer.restore} />
      <Composer state={state} composer={composer} editor={editor} />
    </>
  );
}
