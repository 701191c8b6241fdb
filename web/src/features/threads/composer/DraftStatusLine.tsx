import { useText } from '@counterpart/locale/react';
import styles from './Composer.module.css';
import type { DraftStatus } from './draft-keeper.ts';

/** Whether what is typed is safe. Seen, not announced: it changes with every pause. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const t = useText('threads.composer');
  return <span className={styles.status}>{status === 'none' ? '' : t(status)}</span>;
}
