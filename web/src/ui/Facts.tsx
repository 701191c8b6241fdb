import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Words and what they are here; a fact that is not known is left out. */
export function Facts({ facts }: { facts: (readonly [word: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([word, value]) =>
          value && (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
