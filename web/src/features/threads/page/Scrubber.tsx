import { useFormat, useText } from '@counterpart/locale/react';
import { useEffect, useRef, useState } from 'react';
import { type Signal, useSignal } from '../reading/signal.ts';
import styles from './Scrubber.module.css';

interface Props {
  current: Signal<number>;
  total: number;
  /** The first post that has not been read; null when all have. */
  unread: number | null;
  goTo: (seq: number) => void;
}

/** A short thread needs none. */
export const shortThread = 8;

/** Keys move it step by step; the page follows when they rest. */
const restMs = 350;

/** Where in the thread one is, and the way to any other place in it, by pointer or by keys. */
export function Scrubber({ current, total, unread, goTo }: Props) {
  const t = useText('threads.place');
  const format = useFormat();
  const shown = useSignal(current);
  const [wanted, setWanted] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const seq = Math.min(wanted ?? shown, total);
  const words = { seq: format.number(seq), total: format.number(total) };

  function choose(next: number): void {
    setWanted(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      goTo(next);
      setWanted(null);
    }, restMs);
  }

  return (
    <nav aria-label={t('label')} className={styles.scrubber}>
      <span className={styles.position}>{t('position', words)}</span>
      <input
        type="range"
        min={1}
        max={total}
        value={seq}
        aria-label={t('label')}
        aria-valuetext={t('value', words)}
        className={styles.range}
        onChange={({ target }) => choose(Number(target.value))}
      />
      <div className={styles.jumps}>
        <button type="button" onClick={() => goTo(1)}>
          {t('first')}
        </button>
        {unread !== null && (
          <button type="button" className={styles.unread} onClick={() => goTo(unread)}>
            {t('unread')}
          </button>
        )}
        <button type="button" onClick={() => goTo(total)}>
          {t('latest')}
        </button>
      </div>
    </nav>
  );
}
