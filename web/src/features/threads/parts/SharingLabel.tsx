import type { Sharing, SpaceAccess } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Sign } from '../../../ui/Sign.tsx';
import styles from './parts.module.css';

/** The sharing label as a word with its sign, for a line of small print. */
export function SharingLabel({ sharing }: { sharing: Sharing }) {
  const t = useText('threads.sharing');
  return (
    <span className={styles.sharing}>
      <Sign name={sharing} /> {t(sharing)}
    </span>
  );
}

/** Who may read what carries a label in a space of this kind, in one plain sentence. */
export function useSharingMeans(): (sharing: Sharing, access: SpaceAccess) => string {
  const t = useText('threads.sharingMeans');
  return (sharing, access) => t(sharing === 'space' && access === 'open' ? 'spaceOpen' : sharing);
}
