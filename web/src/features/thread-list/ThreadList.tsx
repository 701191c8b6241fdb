import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { threadPages } from './api.ts';
import { ThreadItem } from './ThreadItem.tsx';
import styles from './ThreadList.module.css';
import type { ThreadQuery, ThreadView } from './thread-view.ts';

interface Props {
  query: ThreadQuery;
  withSpace?: boolean;
  /** Instead of an empty list. */
  empty: ReactNode;
}

/** Threads page by page; a button asks for more, and the focus goes on to what it brought. */
export function ThreadList({ query, withSpace, empty }: Props) {
  const t = useText('reading.threads');
  const ui = useText('ui');
  const say = useProblemText();
  const announce = useAnnounce();
  const list = useInfiniteQuery(threadPages(query));
  if (list.isPending) return <Skeleton lines={6} />;
  if (!list.data) {
    return (
      <Notice
        tone="danger"
        title={say.sentence(list.error)}
        action={<Button onClick={() => void list.refetch()}>{ui('retry')}</Button>}
      />
    );
  }
  const threads = list.data.pages.flatMap(({ items }) => items);
  if (threads.length === 0 && !list.hasNextPage) return empty;

  async function more(): Promise<void> {
    const { data } = await list.fetchNextPage();
    announce(t('loaded', { count: data?.pages.at(-1)?.items.length ?? 0 }));
  }

  return (
    <div aria-busy={list.isPlaceholderData}>
      <ul className={styles.list}>
        {threads.map((thread) => (
          <ThreadItem key={thread.id} thread={thread} {...(withSpace === false && { withSpace })} />
        ))}
      </ul>
      {list.isFetchNextPageError && <Notice tone="danger" title={say.sentence(list.error)} alert />}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void more()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

/** What an empty list means, by what was asked for, with the way to everything. */
export function NoThreads({ view, action }: { view: ThreadView; action?: ReactNode }) {
  const t = useText('reading.threads');
  const isNarrow = Boolean(view.kind ?? view.theme);
  const sentence = t(`empty.${isNarrow ? 'narrow' : (view.filter ?? 'all')}`);
  const showAll = (
    <Link to="." search={{}} resetScroll={false}>
      {t('showAll')}
    </Link>
  );
  return <EmptyState action={isNarrow || view.filter ? showAll : action}>{sentence}</EmptyState>;
}
