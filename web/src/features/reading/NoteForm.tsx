import { limits } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { useKeepBookmark } from './api.ts';
import styles from './Saved.module.css';

interface Props {
  postId: number;
  note: string;
  onClose: () => void;
}

export function NoteForm({ postId, note, onClose }: Props) {
  const t = useText('reading.saved');
  const ui = useText('ui');
  const say = useProblemText();
  const keep = useKeepBookmark();
  const [text, setText] = useState(note);

  function submit(event: FormEvent): void {
    event.preventDefault();
    keep.mutate({ postId, note: text.trim() }, { onSuccess: onClose });
  }

  return (
    <form onSubmit={submit} className={styles.noteForm}>
      <TextArea
        autoFocus
        label={t('note')}
        value={text}
        maxLength={limits.note}
        onChange={({ target }) => setText(target.value)}
        error={keep.error ? say.sentence(keep.error) : undefined}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {ui('save')}
        </Button>
        <Button onClick={onClose}>{ui('cancel')}</Button>
      </div>
    </form>
  );
}
