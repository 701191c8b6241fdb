import type { PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Confirm } from '../parts/Confirm.tsx';
import { usePostActions } from './post-context.ts';

/** Asks before a post is taken back: that cannot be undone. */
export function TakeBackPost({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText('threads.takeBack');
  const { takeBack } = usePostActions();
  return (
    <Confirm
      title={t('title')}
      confirm={t('confirm')}
      done={t('done')}
      onConfirm={() => takeBack(post)}
      onClose={onClose}
    >
      <p>{t('text')}</p>
    </Confirm>
  );
}
