import type { OwnMember } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { bookmarkPages } from './api.ts';
import { BookmarkItem } from './BookmarkItem.tsx';
import styles from './Saved.module.css';
import { useNotSent } from './use-not-sent.tsx';

/** What this member keeps for themselves: unsent drafts and posts to come back to. */
export function SavedPage({ member }: { member: OwnMember }) {
  const t = useText('reading');
  const notSent = useNotSent(member.id);
  return (
    <Page title={t('saved.title')}>
      {notSent && (
        <section aria-labelledby="drafts" className={styles.section}>
          <h2 id="drafts">{t('drafts.title')}</h2>
          {notSent}
        </section>
      )}
      <section aria-labelledby="bookmarks" className={styles.section}>
        <h2 id="bookmarks">{t('saved.bookmarks')}</h2>
        <p className={styles.about}>{t('saved.private')}</p>
        <Bookmarks />
      </section>
    </Page>
  );
}

function Bookmarks() {
  const t = useText('reading.saved');
  const ui = useText('ui');
  const say = useProblemText();
  const list = useInfiniteQuery(bookmarkPages);
  if (list.isPending) return <Skeleton lines={5} />;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.isError && (
        <Notice
          tone="danger"
          title={say.sentence(list.error)}
          action={<Button onClick={() => void list.refetch()}>{ui('retry')}</Button>}
        />
      )}
      {list.isSuccess && items.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
      <ul>
        {items.map((bookmark) => (
          <BookmarkItem key={bookmark.post.id} bookmark={bookmark} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {ui('more')}
        </Button>
      )}
    </>
  );
}
