import { useText } from '@counterpart/locale/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useProblemText } from '../../../lib/problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Direction } from '../state/thread-store.ts';
import styles from './PostList.module.css';

interface Props {
  direction: Direction;
  /** How many posts are not loaded on this side. */
  count: number;
  onMore: () => Promise<void>;
  /** Only before the first loaded post: reads the thread from its beginning. */
  onFirst?: () => void;
}

/** A reader on the way up comes past the upper edge; one who jumped to the top of the page does not want to be moved. */
const margins: Record<Direction, string> = {
  earlier: '900px 0px -80% 0px',
  later: '0px 0px 900px 0px',
};

/** Stands where posts are not loaded yet; loads them as the reader comes near, or on a press. */
export function PostGap({ direction, count, onMore, onFirst }: Props) {
  const t = useText('threads.place');
  const ui = useText('ui');
  const say = useProblemText();
  const place = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function more(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await onMore();
    } catch (error) {
      setFailure(say.sentence(error));
    } finally {
      setBusy(false);
    }
  }

  const near = useEffectEvent(() => {
    if (failure === null) void more();
  });

  useEffect(() => {
    if (!place.current || count === 0) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) near();
      },
      { rootMargin: margins[direction] },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
    // After each load, which changes the count, it is asked anew whether the reader is still near.
  }, [direction, count]);

  return (
    <div ref={place} className={styles.gap}>
      <span>{failure ?? t(direction, { count })}</span>
      <Button look="quiet" busy={busy} onClick={() => void more()}>
        {failure ? ui('retry') : t(direction === 'earlier' ? 'showEarlier' : 'showLater')}
      </Button>
      {onFirst && (
        <Button look="quiet" onClick={onFirst}>
          {t('fromFirst')}
        </Button>
      )}
    </div>
  );
}
