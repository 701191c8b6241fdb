import { useText } from '@counterpart/locale/react';
import { Fragment, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { PostArticle } from '../posts/PostArticle.tsx';
import { type Anchor, holdAnchor, takeAnchor } from '../reading/anchor.ts';
import type { Divider } from '../reading/divider.ts';
import { holdWriting } from '../reading/hold-writing.ts';
import { noPart } from '../state/own-part.ts';
import { firstLoaded, lastLoaded, type ThreadState } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { PostGap } from './PostGap.tsx';
import styles from './PostList.module.css';

interface Props {
  store: ThreadStore;
  state: ThreadState;
  list: RefObject<HTMLElement | null>;
  divider: Divider | null;
  marked: number | null;
  goTo: (seq: number) => void;
}

/** The line above what is new. */
function NewLine({ count }: { count: number }) {
  const t = useText('threads');
  return (
    <p id="new-posts" className={styles.divider}>
      <span>{t('newPosts', { count })}</span>
    </p>
  );
}

/** The posts that are loaded, in order, with what is missing on either side. */
export function PostList({ store, state, list, divider, marked, goTo }: Props) {
  const t = useText('threads.place');
  const anchor = useRef<Anchor | null>(null);
  const { posts, own, thread } = state;
  const earlier = firstLoaded(state) - 1;
  const later = thread.lastSeq - lastLoaded(state);

  // Before the next painting, so that the page does not jump when posts come in above.
  useLayoutEffect(() => {
    if (anchor.current && posts.length > 0) holdAnchor(anchor.current);
    anchor.current = null;
  }, [posts]);

  useEffect(() => (list.current ? holdWriting(list.current) : undefined), [list]);

  async function loadEarlier(): Promise<void> {
    const before = firstLoaded(store.state());
    const stop = store.subscribe(() => {
      if (firstLoaded(store.state()) >= before) return;
      anchor.current ??= list.current && takeAnchor(list.current);
    });
    await store.more('earlier').finally(stop);
  }

  return (
    <section ref={list} aria-label={t('list')} className={styles.list}>
      {earlier > 0 && (
        <PostGap direction="earlier" count={earlier} onMore={loadEarlier} onFirst={() => goTo(1)} />
      )}
      {posts.map((post) => (
        <Fragment key={post.id}>
          {divider?.seq === post.seq && <NewLine count={divider.count} />}
          <PostArticle
            post={post}
            own={own.get(post.seq) ?? noPart}
            total={thread.lastSeq}
            marked={marked === post.seq}
          />
        </Fragment>
      ))}
      {later > 0 && <PostGap direction="later" count={later} onMore={() => store.more('later')} />}
    </section>
  );
}
