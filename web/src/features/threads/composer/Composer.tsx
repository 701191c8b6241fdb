import { useFormat, useText } from '@counterpart/locale/react';
import type { ReactNode, Ref } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DraftClash } from '../../../ui/DraftClash.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { MarkdownEditor } from '../editor/MarkdownEditor.tsx';
import type { EditorHandle } from '../editor/use-editor.ts';
import { WritingHints } from '../hints/WritingHints.tsx';
import { SharingLabel } from '../parts/SharingLabel.tsx';
import type { ThreadState } from '../state/thread-state.ts';
import styles from './Composer.module.css';
import { DraftStatusLine } from './DraftStatusLine.tsx';
import type { ComposerState } from './use-composer.ts';

interface Props {
  state: ThreadState;
  composer: ComposerState;
  editor: Ref<EditorHandle>;
}

const bdi = (chunks: ReactNode) => <bdi>{chunks}</bdi>;

function QuoteLine({ composer }: { composer: ComposerState }) {
  const t = useText('threads.composer');
  const ui = useText('ui');
  const format = useFormat();
  if (!composer.quote) return null;
  const { post, text } = composer.quote;
  return (
    <div className={styles.quote}>
      <div>
        {post && (
          <p>
            {t.rich('quoting', {
              name: post.author.member.name ?? ui('formerMember'),
              seq: format.number(post.seq),
              bdi,
            })}
          </p>
        )}
        {text !== null && (
          <p lang={post?.language} dir="auto" className={styles.passage}>
            {text}
          </p>
        )}
      </div>
      <Button look="quiet" onClick={() => composer.choose(null)}>
        {t('removeQuote')}
      </Button>
    </div>
  );
}

/** Where an answer is written: at the end of the thread, with its draft kept. */
export function Composer({ state, composer, editor }: Props) {
  const t = useText('threads.composer');
  const { thread, can } = state;
  const mayReply = can.includes('reply');
  const hasText = composer.body.trim() !== '';
  if (!mayReply && !hasText) {
    return <p className={styles.closed}>{t(thread.locked ? 'locked' : 'cannot')}</p>;
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (mayReply) void composer.send();
      }}
    >
      {!mayReply && <Notice tone="warning" title={t('lockedMeanwhile')} alert />}
      {composer.clash && (
        <DraftClash
          clash={composer.clash}
          onMine={composer.keepMine}
          onOther={composer.takeOther}
        />
      )}
      <QuoteLine composer={composer} />
      <MarkdownEditor
        ref={editor}
        id="composer"
        label={t('title', { kind: thread.kind })}
        hint={t('hint')}
        value={composer.body}
        onChange={composer.change}
        onBlur={() => void composer.flush()}
        onSend={() => mayReply && void composer.send()}
        mentions={{ threadId: thread.id }}
        error={composer.error}
      />
      <WritingHints text={composer.body} />
      <div className={styles.foot}>
        {mayReply && (
          <Button type="submit" look="primary" title={t('keys')}>
            {t('send')}
          </Button>
        )}
        <span className={styles.who}>
          <SharingLabel sharing={thread.sharing} />
        </span>
        <DraftStatusLine status={composer.status} />
      </div>
    </form>
  );
}
