import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../ui/Button.tsx';
import { Brand } from './Brand.tsx';
import styles from './Navigation.module.css';
import { narrow, places, wide } from './navigation.ts';
import { OwnSpaces } from './OwnSpaces.tsx';

/** At the start side of a wide page. */
export function Navigation() {
  const t = useText('app.nav');
  return (
    <nav aria-label={t('label')} className={styles.navigation}>
      <Brand />
      <LinkButton to={places.ask.to} look="primary">
        {t('ask')}
      </LinkButton>
      <ul>
        {wide.map((key) => (
          <li key={key}>
            <Link
              to={places[key].to}
              activeOptions={{ exact: places[key].exact, includeSearch: false }}
              className={styles.place}
            >
              {t(key)}
            </Link>
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
  return (
    <nav aria-label={t('label')} className={styles.bar}>
      <ul>
        {narrow.map((key) => (
          <li key={key}>
            <Link
              to={places[key].to}
              activeOptions={{ exact: places[key].exact, includeSearch: false }}
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
