import { limits, type SynthesisView, threadRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { guessLanguage } from '@counterpart/text/language';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { MarkdownEditor } from '../editor/MarkdownEditor.tsx';
import type { EditorHandle } from '../editor/use-editor.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { Conflict } from '../posts/Conflict.tsx';
import { useRewriting } from '../posts/use-rewriting.ts';
import { writingOver } from '../posts/use-writing-over.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import styles from './Synthesis.module.css';

interface Props {
  store: ThreadStore;
  synthesis: SynthesisView | null;
  /** Opened just now, and not found open. */
  isAsked: boolean;
  onDone: () => void;
}

function RemoveSynthesis({ store, onClose }: { store: ThreadStore; onClose: () => void }) {
  const t = useText('threads.summing');
  async function remove(): Promise<void> {
    await call(threadRoutes.removeSynthesis, { params: { id: store.id } });
    store.change((state) => ({ ...state, thread: { ...state.thread, synthesis: null } }));
  }
  return (
    <Confirm
      title={t('removeTitle')}
      confirm={t('remove')}
      done={t('removed')}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t('removeText')}</p>
    </Confirm>
  );
}

/** Writes the synthesis; where somebody else was quicker, shows theirs and keeps mine. */
export function SynthesisEditor({ store, synthesis, isAsked, onDone }: Props) {
  const t = useText('threads.summing');
  const ui = useText('ui');
  const editor = useRef<EditorHandle>(null);
  const [removing, setRemoving] = useState(false);

  async function save(body: string, revision: number): Promise<void> {
    const language = guessLanguage(body) ?? store.state().thread.language;
    const input = { params: { id: store.id }, body: { body, language, revision } };
    const answer = await call(threadRoutes.writeSynthesis, input);
    store.change((state) => ({
      ...state,
      thread: { ...state.thread, synthesis: answer.synthesis },
    }));
  }

  const text = useRewriting({
    place: writingOver.synthesis(store.id),
    body: synthesis?.body ?? '',
    revision: synthesis?.revision ?? 0,
    save,
    done: t('saved'),
    onDone,
  });

  useEffect(() => {
    if (isAsked) editor.current?.focus();
  }, [isAsked]);

  return (
    <section aria-label={t('label')} className={styles.editor}>
      {text.current !== null && <Conflict current={text.current} onTake={text.takeCurrent} />}
      <MarkdownEditor
        ref={editor}
        label={t('label')}
        hint={t('hint')}
        value={text.body}
        onChange={text.setBody}
        mentions={{ threadId: store.id }}
        most={limits.synthesisBody}
        error={text.error}
        onSend={text.submit}
      />
      <div className={styles.actions}>
        <Button look="primary" busy={text.busy} onClick={text.submit}>
          {ui('save')}
        </Button>
        <Button look="quiet" onClick={text.cancel}>
          {ui('cancel')}
        </Button>
        {synthesis && (
          <Button look="quiet" className={styles.remove} onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {removing && (
        <RemoveSynthesis
          store={store}
          onClose={() => {
            setRemoving(false);
            if (!store.state().thread.synthesis) text.cancel();
          }}
        />
      )}
    </section>
  );
}
