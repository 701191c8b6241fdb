import type { SearchItem } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { fill } from '../../ui/fill.tsx';
import { Name } from '../../ui/Name.tsx';
import { Person } from '../../ui/Person.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Time } from '../../ui/Time.tsx';
import { Marked } from './Marked.tsx';
import styles from './Search.module.css';

type TextItem = Extract<SearchItem, { type: 'thread' | 'post' }>;

/** One thing that was found. */
export function Item({ item }: { item: SearchItem }) {
  if (item.type === 'institution') return <Institution item={item} />;
  if (item.type === 'member') return <Member item={item} />;
  return <Text item={item} />;
}

/** Where the passage stands: the post itself, or the top of the thread for its synthesis. */
function addressOf({ threadId, passage }: TextItem): string {
  return passage.postId === null
    ? addresses.thread(threadId)
    : addresses.post(threadId, passage.postId);
}

function Text({ item }: { item: TextItem }) {
  const { thread, passage } = item;
  return (
    <li className={styles.item}>
      <Link to={addressOf(item)} className={styles.title}>
        <bdi lang={thread.language}>
          <Marked parts={item.titleParts} />
        </bdi>
      </Link>
      <Circumstances item={item} />
      <p dir="auto" lang={passage.language} className={styles.snippet}>
        <Marked parts={passage.snippet} />
      </p>
    </li>
  );
}

function Circumstances({ item }: { item: TextItem }) {
  const t = useText('search');
  const threads = useText('threads');
  const localized = useLocalized();
  const { thread, passage } = item;
  const { member } = passage.author;
  return (
    <div className={styles.meta}>
      <span>{threads(`kind.${thread.kind}`)}</span>
      {passage.seq === null ? (
        <span className={styles.synthesis}>{t('synthesis')}</span>
      ) : (
        <span>{t('postNumber', { seq: passage.seq })}</span>
      )}
      <span>
        <Name name={member.name} />
        {member.institution && (
          <>
            {' · '}
            <bdi>{localized(member.institution.names)}</bdi>
          </>
        )}
      </span>
      <bdi>{localized(thread.space.names)}</bdi>
      <span>
        {t.rich('written', { time: fill(<Time at={passage.writtenAt} wording="ago" />) })}
      </span>
      {thread.sharing !== 'network' && (
        <span className={styles.sharing}>
          <Sign name={thread.sharing} /> {threads(`sharing.${thread.sharing}`)}
        </span>
      )}
      {item.type === 'thread' && item.more > 0 && (
        <span>{t('morePosts', { count: item.more })}</span>
      )}
    </div>
  );
}

function Institution({ item }: { item: Extract<SearchItem, { type: 'institution' }> }) {
  const t = useText('institutions');
  const localized = useLocalized();
  const { institution } = item;
  return (
    <li className={styles.item}>
      <Link to={addresses.institution(item.id)} className={styles.title}>
        <bdi>{localized(institution.names)}</bdi>
      </Link>
      <div className={styles.meta}>
        <span>{t(`kind.${institution.kind}`)}</span>
        {institution.region && <bdi>{localized(institution.region.names)}</bdi>}
      </div>
    </li>
  );
}

function Member({ item }: { item: Extract<SearchItem, { type: 'member' }> }) {
  const seats = useText('institutions.seat');
  const localized = useLocalized();
  const { name, seat, institution } = item.member;
  return (
    <li className={styles.item}>
      <Person
        name={name}
        institutionId={institution?.id}
        words={[seat && seats(seat), institution && localized(institution.names)]}
        to={addresses.member(item.id)}
      />
    </li>
  );
}
