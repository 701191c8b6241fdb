import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../ui/Button.tsx';
import { Brand } from './Brand.tsx';
import styles from './Navigation.module.css';
import { usePlaces } from './navigation.ts';
import { OwnSpaces } from './OwnSpaces.tsx';

/** At the start side of a wide page. */
export function Navigation() {
  const t = useText('app.nav');
  const places = usePlaces();
  return (
    <nav aria-label={t('label')} className={styles.navigation}>
      <Brand />
      <ul>
        {places.map(({ to, key, exact }) => (
          <li key={to}>
            {key === 'ask' ? (
              <LinkButton to={to as string} look="primary" className={styles.ask}>
                {t(key)}
              </LinkButton>
            ) : (
              <Link to={to as string} activeOptions={{ exact }} className={styles.place}>
                {t(key)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <OwnSpaces />
    </nav>
  );
}

/** At the foot of a narrow page, within reach of the thumb. */
export function Bar() {
  const t = useText('app.nav');
  const places = usePlaces();
  return (
    <nav aria-label={t('label')} className={styles.bar}>
      <ul>
        {places.map(({ to, key, exact }) => (
          <li key={to}>
            <Link
              to={to as string}
              activeOptions={{ exact }}
              className={key === 'ask' ? styles.barAsk : styles.barPlace}
            >
              <span>{t(key === 'ask' ? 'askShort' : key)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
