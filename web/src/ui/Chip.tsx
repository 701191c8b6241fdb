import { useFormat } from '@counterpart/locale/react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';

interface Props {
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
  /** Shown when above nought. */
  count?: number;
  disabled?: boolean;
}

/** Something one can agree to and take back, with how many did. */
export function Chip({ pressed, onPress, children, count, disabled }: Props) {
  const format = useFormat();
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      disabled={disabled}
      className={styles.chip}
    >
      {children}
      {count ? <span className={styles.count}>{format.number(count)}</span> : null}
    </button>
  );
}
