import type { ThreadView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addresses } from '../../../lib/addresses.ts';
import { useLocalized } from '../../../lib/page-locale.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { themesQuery } from '../api.ts';
import { ago } from '../parts/ago.tsx';
import { KindLabel } from '../parts/KindLabel.tsx';
import { SharingBanner } from '../parts/SharingBanner.tsx';
import styles from './ThreadHead.module.css';

/** Space · kind · since when · how much from how many: the line above the title. */
export function ThreadBefore({ thread }: { thread: ThreadView }) {
  const t = useText('threads');
  const localized = useLocalized();
  const cities = thread.institutions.filter(({ kind }) => kind === 'city').length;
  return (
    <div className={styles.line}>
      <ul className={styles.before}>
        <li>
          <Link to={addresses.space(thread.space.slug)}>
            <bdi>{localized(thread.space.names)}</bdi>
          </Link>
        </li>
        <li>
          <KindLabel kind={thread.kind} />
        </li>
        <li>
          {t.rich('asked', {
            kind: thread.kind,
            when: ago(thread.createdAt),
          })}
        </li>
        <li className={styles.extent}>
          {cities > 0
            ? t('extent', { posts: thread.posts, cities })
            : t('posts', { count: thread.posts })}
        </li>
      </ul>
    </div>
  );
}

const aDay = 86_400_000;

/** Themes and language, then what can be done with the thread. */
export function ThreadFacts({ thread, children }: { thread: ThreadView; children: ReactNode }) {
  const format = useFormat();
  const localized = useLocalized();
  const { data } = useQuery({ ...themesQuery, staleTime: aDay });
  const names = new Map(data?.items.map((theme) => [theme.slug, localized(theme.names)]));
  return (
    <div className={styles.facts}>
      <ul className={styles.themes}>
        {thread.themes.map((slug) => (
          <li key={slug}>
            <Link to="/threads" search={{ theme: slug }}>
              {names.get(slug) ?? slug}
            </Link>
          </li>
        ))}
        <li>{format.languageAlone(thread.language)}</li>
      </ul>
      <div className={styles.verbs}>{children}</div>
    </div>
  );
}

/** Who may read it, and what holds for the thread as a whole. */
export function ThreadNotes({ thread }: { thread: ThreadView }) {
  const t = useText('threads');
  return (
    <div className={styles.notes}>
      <SharingBanner sharing={thread.sharing} access={thread.space.access} />
      {thread.locked && (
        <Notice tone="warning" sign="space" title={`${t('locked')}.`}>
          {t('lockedNote')}
        </Notice>
      )}
      {thread.pinned && (
        <Notice tone="info" title={`${t('pinned')}.`}>
          {t('pinnedNote')}
        </Notice>
      )}
    </div>
  );
}
