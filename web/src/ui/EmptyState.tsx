import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here yet: what to do next, in a sentence, with the button that does it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
