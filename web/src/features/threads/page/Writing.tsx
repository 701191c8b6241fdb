import type { PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Sign } from '../../../ui/Sign.tsx';
import { Composer } from '../composer/Composer.tsx';
import { useComposer } from '../composer/use-composer.ts';
import { WaitingPosts } from '../composer/WaitingPosts.tsx';
import type { EditorHandle } from '../editor/use-editor.ts';
import { holdWriting } from '../reading/hold-writing.ts';
import { elementOf, showPost } from '../reading/show-post.ts';
import type { ThreadState } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import type { Desk } from './desk.ts';
import styles from './Writing.module.css';

interface Props {
  store: ThreadStore;
  state: ThreadState;
  goTo: (seq: number) => void;
  desk: Desk;
  docked: boolean;
  onDock: (docked: boolean) => void;
}

/** Less than this much of the place to write on the screen is no room to write in. */
const leastVisible = 160;

/** What waits to be sent, and the place to write. */
export function Writing({ store, state, goTo, desk, docked, onDock }: Props) {
  const t = useText('threads.composer');
  const waiting = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const composer = useComposer(store, (post: PostView) => {
    // At the end of the thread it appears where it was written; elsewhere one is brought to it.
    if (!elementOf(post.seq) || docked) goTo(post.seq);
    else showPost(post.seq, 'nearest');
    onDock(false);
  });
  useEffect(() => (waiting.current ? holdWriting(waiting.current) : undefined), []);
  useImperativeHandle(desk.ready, () => ({
    write(quote) {
      if (quote) composer.choose(quote);
      const { bottom: top = 0 } = waiting.current?.getBoundingClientRect() ?? {};
      // Far from the end it comes to the writer, who goes on seeing what they answer.
      const isFar = top > window.innerHeight - leastVisible;
      if (isFar) onDock(true);
      else place.current?.scrollIntoView({ block: 'nearest' });
      editor.current?.focus({ preventScroll: true });
    },
  }));
  return (
    <div ref={place} className={classes(docked && styles.desk)}>
      {docked && (
        <span className={styles.away}>
          <Button look="quiet" aria-label={t('away')} onClick={() => onDock(false)}>
            <Sign name="close" />
          </Button>
        </span>
      )}
      <div ref={waiting}>
        <WaitingPosts threadId={store.id} onEdit={composer.restore} />
      </div>
      <Composer state={state} composer={composer} editor={editor} />
    </div>
  );
}
