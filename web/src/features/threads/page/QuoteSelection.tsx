import type { PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { passageOf } from '../posts/passage.ts';
import { usePostActions, useThreadCan } from '../posts/post-context.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import styles from './QuoteSelection.module.css';

interface Selected {
  post: PostView;
  passage: string;
  /** Pixels from the corner of the window. */
  top: number;
  left: number;
}

const restMs = 250;

function bodyAround(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>('[data-body]') ?? null;
}

function selectedIn(store: ThreadStore): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const body = bodyAround(selection.anchorNode);
  if (!body || body !== bodyAround(selection.focusNode)) return null;
  const post = store.find(Number(body.dataset['body']));
  const passage = post && passageOf(selection.toString(), post.html);
  if (!post || !passage) return null;
  const { bottom, left, width } = selection.getRangeAt(0).getBoundingClientRect();
  return { post, passage, top: bottom, left: left + width / 2 };
}

/** Beside a passage that is selected in a post: one press quotes it. */
export function QuoteSelection({ store }: { store: ThreadStore }) {
  const t = useText('threads.post');
  const { quote } = usePostActions();
  const may = useThreadCan().includes('quote');
  const [selected, setSelected] = useState<Selected | null>(null);
  const look = useEffectEvent(() => setSelected(may ? selectedIn(store) : null));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, restMs);
    };
    document.addEventListener('selectionchange', later);
    window.addEventListener('scroll', later, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', later);
      window.removeEventListener('scroll', later);
    };
  }, []);

  if (!selected) return null;
  return (
    <div
      className={styles.place}
      ref={(element) => {
        // Set by script, since a place on the screen is no style that a sheet could hold.
        element?.style.setProperty('top', `${selected.top}px`);
        element?.style.setProperty('left', `${selected.left}px`);
      }}
    >
      <Button
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          quote(selected.post, selected.passage);
          setSelected(null);
        }}
      >
        {t('quotePassage')}
      </Button>
    </div>
  );
}
