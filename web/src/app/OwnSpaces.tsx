import { spaceRoutes } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addresses } from '../lib/addresses.ts';
import { queryFor } from '../lib/api.ts';
import { useLocalized } from '../lib/page-locale.ts';
import styles from './Navigation.module.css';

/** The spaces this member has joined, each with the number of threads that have news. */
export function OwnSpaces() {
  const t = useText('app.nav');
  const format = useFormat();
  const localized = useLocalized();
  const spaces = useQuery(queryFor(spaceRoutes.listSpaces, {}));
  const own = spaces.data?.items.filter(({ joined }) => joined) ?? [];
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="own-spaces" className={styles.own}>
      <h2 id="own-spaces">{t('yourSpaces')}</h2>
      <ul>
        {own.map(({ id, slug, names, unread }) => (
          <li key={id}>
            <Link
              to={addresses.space(slug)}
              activeOptions={{ includeSearch: false }}
              className={styles.place}
              aria-label={
                unread > 0 ? t('withUnread', { name: localized(names), count: unread }) : undefined
              }
            >
              <bdi className={styles.name}>{localized(names)}</bdi>
              {unread > 0 && <span className={styles.count}>{format.number(unread)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
