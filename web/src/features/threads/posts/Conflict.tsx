import { useText } from '@counterpart/locale/react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './Post.module.css';

interface Props {
  /** As it is stored now. */
  current: string;
  onTake: () => void;
}

/** Somebody, or I myself elsewhere, changed the text: both stay in sight until one is chosen. */
export function Conflict({ current, onTake }: Props) {
  const t = useText('threads.conflict');
  return (
    <div className={styles.conflict}>
      <Notice tone="warning" title={t('title')} alert>
        {t('text')}
      </Notice>
      <section aria-label={t('current')}>
        <p className={styles.currentTitle}>{t('current')}</p>
        {/* A long text scrolls on its own, by keyboard too. */}
        <p
          dir="auto"
          tabIndex={0}
          role="group"
          aria-label={t('current')}
          className={styles.current}
        >
          {current}
        </p>
        <Button onClick={onTake}>{t('take')}</Button>
      </section>
    </div>
  );
}
