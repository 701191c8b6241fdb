import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import styles from './Brand.module.css';

/** Two circles that meet, and the name. */
export function Brand() {
  const t = useText('app');
  return (
    <Link to="/" className={styles.brand}>
      <svg viewBox="0 0 30 20" aria-hidden="true" className={styles.mark}>
        <circle cx="10" cy="10" r="9" className={styles.one} />
        <circle cx="20" cy="10" r="9" className={styles.two} />
        <path d="M15 2.5a9 9 0 0 1 0 15 9 9 0 0 1 0-15" className={styles.both} />
      </svg>
      <span lang="en">{t('name')}</span>
    </Link>
  );
}
