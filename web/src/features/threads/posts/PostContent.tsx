import type { PostView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { memo, Suspense, useState } from 'react';
import { addresses } from '../../../lib/addresses.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Time } from '../../../ui/Time.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { PostAuthor } from '../parts/PostAuthor.tsx';
import type { OwnPart } from '../state/own-part.ts';
import { EditPost } from './lazy.ts';
import styles from './Post.module.css';
import { PostBody } from './PostBody.tsx';
import { PostDialog, type PostDialogName } from './PostDialog.tsx';
import { PostTools } from './PostTools.tsx';
import { useWritingOver, writingOver } from './use-writing-over.ts';

interface Props {
  post: PostView;
  own: OwnPart;
  marked: boolean;
}

function PostHead({ post }: { post: PostView }) {
  const t = useText('threads.post');
  const format = useFormat();
  const { member } = post.author;
  const seq = format.number(post.seq);
  return (
    <>
      <Avatar name={member.name} institutionId={member.institution?.id} />
      <header className={styles.head}>
        <PostAuthor member={member} />
        <Link to={addresses.post(post.threadId, post.id)} className={styles.number}>
          {seq} · <Time at={post.createdAt} /> <VisuallyHidden>{t('link')}</VisuallyHidden>
        </Link>
      </header>
    </>
  );
}

/** Who, what and what can be done with it; drawn again only when the post or the reader's part of it changes. */
export const PostContent = memo(function PostContent({ post, own, marked }: Props) {
  const t = useText('threads');
  const edit = useWritingOver(writingOver.post(post.id));
  const [dialog, openDialog] = useState<PostDialogName | null>(null);
  return (
    <>
      <PostHead post={post} />
      {marked && <VisuallyHidden>{t('post.marked')}</VisuallyHidden>}
      {post.state !== 'published' && <p className={styles.gone}>{t(`gone.${post.state}`)}</p>}
      {post.state === 'published' && edit.isOpen && (
        <Suspense fallback={<PostBody post={post} />}>
          <EditPost post={post} isAsked={edit.isAsked} onDone={() => edit.setOpen(false)} />
        </Suspense>
      )}
      {post.state === 'published' && !edit.isOpen && (
        <>
          <PostBody post={post} />
          <PostTools
            post={post}
            own={own}
            onEdit={() => edit.setOpen(true)}
            onDialog={openDialog}
          />
        </>
      )}
      <span data-foot={post.seq} className={styles.foot} />
      {dialog && <PostDialog name={dialog} post={post} onClose={() => openDialog(null)} />}
    </>
  );
});
