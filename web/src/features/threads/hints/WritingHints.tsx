import { useText } from '@counterpart/locale/react';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { hintsIn } from './hints.ts';
import styles from './WritingHints.module.css';

const bdi = (chunks: ReactNode) => <bdi>{chunks}</bdi>;

/** Below a text that is being written: names, ways to reach someone, detail of a case. Never blocks. */
export function WritingHints({ text }: { text: string }) {
  const t = useText('threads.hints');
  const read = useDeferredValue(text);
  const hints = useMemo(() => hintsIn(read), [read]);
  if (hints.length === 0) return null;
  return (
    <Notice tone="warning" title={t('title')}>
      <ul className={styles.list}>
        {hints.map(({ kind, found }) => (
          <li key={kind}>{t.rich(kind, { found, bdi })}</li>
        ))}
      </ul>
      {t('mayStill')}
    </Notice>
  );
}
