import type { SpaceAccess } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Sign, type SignName } from '../../ui/Sign.tsx';
import styles from './Access.module.css';

const signs: Record<SpaceAccess, SignName> = {
  open: 'network',
  restricted: 'space',
  private: 'chatham',
};

/** Open, restricted or private: a word and a sign, never only a colour. */
export function Access({ access }: { access: SpaceAccess }) {
  const t = useText('spaces.access');
  return (
    <span className={access === 'open' ? styles.open : styles.narrow}>
      <Sign name={signs[access]} /> {t(access)}
    </span>
  );
}
