import { useText } from '@counterpart/locale/react';
import { useConnection } from '../lib/connection.ts';
import styles from './StatusLine.module.css';

/** A thin line at the top; silent while all is well. */
export function StatusLine() {
  const t = useText('app.status');
  const { state, waiting } = useConnection();
  const sentences = {
    live: '',
    connecting: t('connecting'),
    offline: waiting > 0 ? t('offlineWaiting', { count: waiting }) : t('offline'),
    'caught-up': t('current'),
  };
  return (
    <div role="status" aria-label={t('label')} className={styles.line} data-state={state}>
      {sentences[state]}
    </div>
  );
}
