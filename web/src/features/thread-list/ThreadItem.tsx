import type { ThreadSummary } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { fill } from '../../ui/fill.tsx';
import { Name } from '../../ui/Name.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Time } from '../../ui/Time.tsx';
import styles from './ThreadItem.module.css';

export interface ThreadItemProps {
  thread: ThreadSummary;
  /** Left out where the whole list is of one space. */
  withSpace?: boolean;
  /** Only what decides whether to open it. */
  isBrief?: boolean;
  /** Why this thread is shown to this reader. */
  reason?: ReactNode;
}

/** One thread in a list: what it is called, who began it, and what is new for the reader. */
export function ThreadItem({ thread, withSpace = true, isBrief = false, reason }: ThreadItemProps) {
  const localized = useLocalized();
  const { author, space } = thread;
  return (
    <li className={styles.item}>
      <Link to={addresses.thread(thread.id)} className={styles.title}>
        <bdi lang={thread.language}>{thread.title}</bdi>
      </Link>
      <div className={styles.meta}>
        <News thread={thread} />
        <span>
          <Name name={author.member.name} />
          {author.member.institution && (
            <>
              {' · '}
              <bdi>{localized(author.member.institution.names)}</bdi>
            </>
          )}
        </span>
        {withSpace && !isBrief && <bdi>{localized(space.names)}</bdi>}
        {!isBrief && <Size thread={thread} />}
        <Age thread={thread} />
        {!isBrief && <Marks thread={thread} />}
        {reason && <span className={styles.reason}>{reason}</span>}
      </div>
    </li>
  );
}

/** What the reader has not seen: a count where they have been, a word where they have not. */
function News({ thread: { unread, isNew } }: { thread: ThreadSummary }) {
  const t = useText('reading.threads');
  const threads = useText('threads');
  if (unread) return <span className={styles.news}>{t('unread', { count: unread })}</span>;
  return isNew ? <span className={styles.news}>{threads('isNew')}</span> : null;
}

function isWaiting({ kind, posts }: ThreadSummary): boolean {
  return kind === 'question' && posts < 2;
}

function Size({ thread }: { thread: ThreadSummary }) {
  const t = useText('threads');
  const { kind, posts } = thread;
  return (
    <>
      {kind !== 'question' && <span>{t(`kind.${kind}`)}</span>}
      {!isWaiting(thread) && <span>{t('posts', { count: posts })}</span>}
    </>
  );
}

function Age({ thread }: { thread: ThreadSummary }) {
  const t = useText('reading.threads');
  if (isWaiting(thread)) {
    const time = fill(<Time at={thread.createdAt} wording="ago" />);
    return (
      <>
        <span>{t('noAnswer')}</span>
        <span>{t.rich('asked', { time })}</span>
      </>
    );
  }
  const time = fill(<Time at={thread.lastActivityAt} wording="ago" />);
  return <span>{t.rich('lastPost', { time })}</span>;
}

function Marks({ thread }: { thread: ThreadSummary }) {
  const t = useText('threads');
  return (
    <>
      {thread.hasSynthesis && <span className={styles.synthesis}>{t('synthesis')}</span>}
      {thread.sharing !== 'network' && (
        <span className={styles.sharing}>
          <Sign name={thread.sharing} /> {t(`sharing.${thread.sharing}`)}
        </span>
      )}
      {thread.pinned && <span>{t('pinned')}</span>}
      {thread.locked && <span>{t('locked')}</span>}
    </>
  );
}
