import { type ReplyOf, readingRoutes, spaceRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../lib/api.ts';
import { becauseKey } from './because.ts';
import styles from './HomeLists.module.css';
import type { HomeProps } from './HomePage.tsx';
import { HomeSection } from './HomeSection.tsx';
import { Newcomer } from './Newcomer.tsx';

type Home = ReplyOf<typeof readingRoutes.getHome>;
type Parts = { home: Home; ThreadItem: HomeProps['ThreadItem'] };

/** Two short lists, and where to begin for someone who has none of them yet. */
export function HomeLists({ home, ThreadItem }: Parts) {
  const spaces = useQuery(queryFor(spaceRoutes.listSpaces, {}));
  const isNewcomer =
    home.following.length === 0 && spaces.data?.items.every(({ joined }) => !joined) === true;
  return (
    <>
      {isNewcomer && <Newcomer />}
      <CouldAnswer home={home} ThreadItem={ThreadItem} />
      {!isNewcomer && <Following home={home} ThreadItem={ThreadItem} />}
    </>
  );
}

function CouldAnswer({ home, ThreadItem }: Parts) {
  const t = useText('reading');
  const nav = useText('app.nav');
  return (
    <HomeSection title={t('couldAnswer.title')}>
      {home.couldAnswer.length === 0 && (
        <p className={styles.empty}>
          {t('couldAnswer.empty')} <Link to="/ask">{nav('ask')}</Link>
        </p>
      )}
      <ul>
        {home.couldAnswer.map(({ thread, because }) => {
          const key = becauseKey(because);
          const reason = key && t(`because.${key}`);
          return <ThreadItem key={thread.id} thread={thread} isBrief reason={reason} />;
        })}
      </ul>
      {home.couldAnswer.length > 0 && (
        <Link to="/threads" search={{ filter: 'unanswered' }} className={styles.all}>
          {t('couldAnswer.all')}
        </Link>
      )}
    </HomeSection>
  );
}

/** What already stands in the list above is not shown twice. */
function Following({ home, ThreadItem }: Parts) {
  const t = useText('reading');
  const above = new Set(home.couldAnswer.map(({ thread }) => thread.id));
  return (
    <HomeSection title={t('following.title')}>
      {home.following.length === 0 && (
        <p className={styles.empty}>
          {t('following.empty')}{' '}
          <Link to="/threads" search={{ filter: 'new' }}>
            {t('following.emptyNext')}
          </Link>
        </p>
      )}
      <ul>
        {home.following
          .filter(({ id }) => !above.has(id))
          .map((thread) => (
            <ThreadItem key={thread.id} thread={thread} isBrief />
          ))}
      </ul>
      {home.following.length > 0 && (
        <Link to="/threads" search={{ filter: 'unread' }} className={styles.all}>
          {t('following.all')}
        </Link>
      )}
    </HomeSection>
  );
}
