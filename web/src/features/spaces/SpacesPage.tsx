import type { SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addresses } from '../../lib/addresses.ts';
import { useScopes } from '../../lib/live/index.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { scopesOfSpace } from '../../lib/space-scopes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Access } from './Access.tsx';
import { spacesQuery } from './api.ts';
import { Membership } from './Membership.tsx';
import styles from './SpacesPage.module.css';

/** The rooms of the network: one's own first, then those one could enter. */
export function SpacesPage() {
  const t = useText('spaces');
  const ui = useText('ui');
  const say = useProblemText();
  const spaces = useQuery(spacesQuery);
  const all = spaces.data?.items ?? [];
  const own = all.filter(({ joined }) => joined);
  const others = all.filter(({ joined }) => !joined);
  useScopes(own.flatMap(scopesOfSpace), spaces.data?.asOf);
  return (
    <Page title={t('title')}>
      <p className={styles.intro}>{t('intro')}</p>
      {spaces.isPending && <Skeleton lines={6} />}
      {spaces.isError && (
        <Notice
          tone="danger"
          title={say.sentence(spaces.error)}
          action={<Button onClick={() => void spaces.refetch()}>{ui('retry')}</Button>}
        />
      )}
      {spaces.data && (
        <section aria-labelledby="own" className={styles.section}>
          <h2 id="own">{t('yours')}</h2>
          {own.length === 0 && <EmptyState>{t('noneYours')}</EmptyState>}
          <SpaceList spaces={own} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others" className={styles.section}>
          <h2 id="others">{t('others')}</h2>
          <SpaceList spaces={others} />
        </section>
      )}
    </Page>
  );
}

function SpaceList({ spaces }: { spaces: SpaceView[] }) {
  return (
    <ul>
      {spaces.map((space) => (
        <SpaceItem key={space.id} space={space} />
      ))}
    </ul>
  );
}

function SpaceItem({ space }: { space: SpaceView }) {
  const t = useText('spaces');
  const localized = useLocalized();
  const { slug, names, purpose, access, joined, unread } = space;
  return (
    <li className={styles.space}>
      <div className={styles.words}>
        <Link to={addresses.space(slug)} className={styles.name}>
          <bdi>{localized(names)}</bdi>
        </Link>
        <p>{localized(purpose)}</p>
        <p className={styles.meta}>
          <Access access={access} />
          {unread > 0 && <span className={styles.unread}>{t('unread', { count: unread })}</span>}
        </p>
      </div>
      {!joined && <Membership space={space} />}
    </li>
  );
}
