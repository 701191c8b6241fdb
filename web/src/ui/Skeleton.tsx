import { useText } from '@counterpart/locale/react';
import styles from './Skeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Stands where lines of text will be; appears only when they take a while. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useText('ui');
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden="true" className={styles.line} />
      ))}
    </div>
  );
}
