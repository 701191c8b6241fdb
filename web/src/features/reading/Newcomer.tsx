import { useFormat, useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './HomeLists.module.css';

/** For someone with nothing to come back to yet: the three things this place is for. */
export function Newcomer() {
  const t = useText('reading.home.newcomer');
  const format = useFormat();
  const steps: [string, ReactNode][] = [
    ['ask', t('ask')],
    [
      'join',
      <>
        {t('join')} <Link to="/spaces">{t('joinLink')}</Link>
      </>,
    ],
    [
      'read',
      <>
        {t('read')} <Link to="/threads">{t('readLink')}</Link>
      </>,
    ],
  ];
  return (
    <section aria-labelledby="newcomer" className={styles.section}>
      <h2 id="newcomer">{t('title')}</h2>
      <ol className={styles.steps}>
        {steps.map(([key, words], index) => (
          <li key={key}>
            <span aria-hidden="true" className={styles.number}>
              {format.number(index + 1)}
            </span>
            <p>{words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
