import { useText } from '@counterpart/locale/react';
import { useNavigate } from '@tanstack/react-router';
import { addresses } from '../../lib/addresses.ts';
import { takeBack, throwAway } from '../../lib/drafts/index.ts';
import { type OutboxEntry, outbox, problemOf } from '../../lib/outbox/index.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { DraftName } from './DraftName.tsx';
import styles from './Saved.module.css';
import { useThreadTitle } from './use-thread-title.ts';

/** A post that waits or was refused, with every way on that there is. */
export function UnsentItem({ entry }: { entry: OutboxEntry }) {
  const t = useText('reading.unsent');
  const ui = useText('ui');
  const say = useProblemText();
  const navigate = useNavigate();
  const { clientKey, state, input } = entry;
  const threadId = input.params?.id ?? null;
  const { title, isGone } = useThreadTitle(threadId);
  const problem = problemOf(entry);

  async function edit(): Promise<void> {
    const to = threadId === null ? '/ask' : addresses.thread(threadId);
    if (await takeBack(entry)) await navigate({ to });
  }

  return (
    <li className={styles.item}>
      <p className={styles.title}>
        <DraftName
          threadId={threadId}
          threadTitle={title}
          isGone={isGone}
          title={entry.route === 'createThread' ? entry.input.body.title : ''}
        />
      </p>
      <p className={problem ? styles.problem : styles.about}>
        {t(state)} {problem && say.sentence(problem)}
      </p>
      <p dir="auto" className={styles.whole}>
        {input.body.body}
      </p>
      {state !== 'sending' && (
        <div className={styles.actions}>
          {state === 'failed' && (
            <Button look="quiet" onClick={() => void outbox.tryAgain(clientKey)}>
              {ui('retry')}
            </Button>
          )}
          {!isGone && (
            <Button look="quiet" onClick={() => void edit()}>
              {t('edit')}
            </Button>
          )}
          <CopyButton text={input.body.body} />
          <Button look="quiet" onClick={() => void throwAway(clientKey)}>
            {t('discard')}
          </Button>
        </div>
      )}
    </li>
  );
}
