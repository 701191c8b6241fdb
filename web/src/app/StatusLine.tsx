import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useConnection } from '../lib/connection.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import styles from './StatusLine.module.css';

/** A thin line at the top, not there while all is well. What changes is said in the page's one live region. */
export function StatusLine() {
  const t = useText('app.status');
  const { state, waiting, failed } = useConnection();
  const sentences = {
    live: '',
    connecting: t('connecting'),
    offline: waiting > 0 ? t('offlineWaiting', { count: waiting }) : t('offline'),
    'caught-up': t('current'),
  };
  const sentence = sentences[state];
  const notSent = failed > 0 ? t('notSent', { count: failed }) : '';
  const announce = useAnnounce();
  useEffect(() => {
    if (sentence !== '' && state !== 'connecting') announce(sentence);
  }, [announce, sentence, state]);
  useEffect(() => {
    if (notSent !== '') announce(notSent);
  }, [announce, notSent]);
  return (
    <div role="group" aria-label={t('label')} className={styles.line} data-state={state}>
      {sentence && <span>{sentence}</span>}
      {notSent && <Link to="/saved">{notSent}</Link>}
    </div>
  );
}
