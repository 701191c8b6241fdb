import { limits, type PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { TextArea } from '../../../ui/fields.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { usePostActions } from './post-context.ts';

/** Keeps a post for the reader alone, with a note if they like. */
export function KeepPost({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText('threads');
  const { keep } = usePostActions();
  const [note, setNote] = useState('');
  return (
    <Confirm
      title={t('keep.title')}
      confirm={t('post.keep')}
      done={t('post.keptNow')}
      look="primary"
      onConfirm={() => keep(post, note)}
      onClose={onClose}
    >
      <TextArea
        label={t('keep.note')}
        hint={t('keep.noteHint')}
        optional
        maxLength={limits.note}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </Confirm>
  );
}
