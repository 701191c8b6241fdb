import type { PostView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { memo } from 'react';
import { classes } from '../../../ui/classes.ts';
import type { OwnPart } from '../state/own-part.ts';
import styles from './Post.module.css';
import { PostContent } from './PostContent.tsx';

interface Props {
  post: PostView;
  own: OwnPart;
  /** The highest number in the thread. */
  total: number;
  /** It is what a permalink leads to. */
  marked: boolean;
}

/** One post with the name it has for screen readers. Its content is not drawn again when only the total grows. */
export const PostArticle = memo(function PostArticle({ post, own, total, marked }: Props) {
  const t = useText('threads.post');
  const ui = useText('ui');
  const format = useFormat();
  const label = t('label', {
    name: post.author.member.name ?? ui('formerMember'),
    when: format.date(post.createdAt),
    seq: format.number(post.seq),
    total: format.number(total),
  });
  return (
    <article
      id={`post-${post.seq}`}
      data-seq={post.seq}
      tabIndex={-1}
      aria-label={label}
      className={classes(styles.post, marked && styles.marked)}
    >
      <PostContent post={post} own={own} marked={marked} />
    </article>
  );
});
