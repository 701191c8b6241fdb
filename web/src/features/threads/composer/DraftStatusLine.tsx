import { useText } from '@counterpart/locale/react';
import type { DraftStatus } from '../../../lib/drafts/index.ts';
import styles from './Composer.module.css';

/** Whether what is typed is safe. Seen, not announced: it changes with every pause. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const t = useText('threads.composer');
  return <span className={styles.status}>{status === 'none' ? '' : t(status)}</span>;
}
