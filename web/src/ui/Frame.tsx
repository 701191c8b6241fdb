import { useText } from '@counterpart/locale/react';
import type { ReactNode } from 'react';
import styles from './Frame.module.css';

interface Props {
  /** One line about the connection; empty most of the time. */
  status?: ReactNode;
  /** Above a page without navigation. */
  head?: ReactNode;
  /** Start side, where there is room. */
  navigation?: ReactNode;
  /** Foot of a narrow page. */
  bar?: ReactNode;
  children: ReactNode;
}

/** What stays while pages change: skip link, status line, navigation or bar. */
export function Frame({ status, head, navigation, bar, children }: Props) {
  const t = useText('app');
  return (
    <>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#content h1')?.focus();
        }}
      >
        {t('skip')}
      </a>
      {status}
      <div className={navigation ? styles.frame : styles.alone}>
        {head}
        {navigation && <div className={styles.navigation}>{navigation}</div>}
        {children}
      </div>
      {bar && <div className={styles.bar}>{bar}</div>}
    </>
  );
}
