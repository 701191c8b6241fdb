import type { PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { MarkdownEditor } from '../editor/MarkdownEditor.tsx';
import type { EditorHandle } from '../editor/use-editor.ts';
import { WritingHints } from '../hints/WritingHints.tsx';
import { Conflict } from './Conflict.tsx';
import styles from './Post.module.css';
import { usePostActions } from './post-context.ts';
import { useRewriting } from './use-rewriting.ts';
import { writingOver } from './use-writing-over.ts';

interface Props {
  post: PostView;
  /** Opened just now, and not found open. */
  isAsked: boolean;
  onDone: () => void;
}

/** My post, to be written over. What it said before stays in its history. */
export function EditPost({ post, isAsked, onDone }: Props) {
  const t = useText('threads.edit');
  const ui = useText('ui');
  const { edit } = usePostActions();
  const editor = useRef<EditorHandle>(null);
  const text = useRewriting({
    place: writingOver.post(post.id),
    body: post.body,
    revision: post.revision,
    save: (body, revision) => edit(post, body, revision),
    done: t('done'),
    onDone,
  });

  useEffect(() => {
    if (isAsked) editor.current?.focus();
  }, [isAsked]);

  return (
    <div className={styles.edit}>
      {text.current !== null && <Conflict current={text.current} onTake={text.takeCurrent} />}
      <MarkdownEditor
        ref={editor}
        label={t('label')}
        value={text.body}
        onChange={text.setBody}
        mentions={{ threadId: post.threadId }}
        error={text.error}
        onSend={text.submit}
      />
      <WritingHints text={text.body} />
      <div className={styles.editActions}>
        <Button look="primary" busy={text.busy} onClick={text.submit}>
          {ui('save')}
        </Button>
        <Button look="quiet" onClick={text.cancel}>
          {ui('cancel')}
        </Button>
      </div>
    </div>
  );
}
