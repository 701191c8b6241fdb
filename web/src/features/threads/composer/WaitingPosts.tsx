import { useText } from '@counterpart/locale/react';
import { throwAway } from '../../../lib/drafts/index.ts';
import {
  type OutboxEntry,
  type OutboxInput,
  outbox,
  problemOf,
  useOutbox,
} from '../../../lib/outbox/index.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './Composer.module.css';

interface Props {
  threadId: number;
  /** Puts the text, and what it quotes, back to where it was written. */
  onEdit: (post: OutboxInput<'createPost'>['body']) => void;
}

function WaitingPost({ entry, onEdit }: { entry: OutboxEntry; onEdit: Props['onEdit'] }) {
  const t = useText('threads.waiting');
  const ui = useText('ui');
  const say = useProblemText();
  const { clientKey, state, input } = entry;
  const problem = problemOf(entry);

  async function edit(): Promise<void> {
    const taken = await outbox.take(clientKey);
    if (taken?.route === 'createPost') onEdit(taken.input.body);
  }

  return (
    <li className={styles.waiting} data-state={state}>
      <p className={styles.waitingHead}>
        <b>{t('you')}</b> <span>{t(state)}</span>
      </p>
      <p dir="auto" className={styles.waitingBody}>
        {input.body.body}
      </p>
      {problem && <p className={styles.problem}>{say.sentence(problem)}</p>}
      {state !== 'sending' && (
        <p className={styles.waitingTools}>
          {state === 'failed' && (
            <Button look="quiet" onClick={() => void outbox.tryAgain(clientKey)}>
              {ui('retry')}
            </Button>
          )}
          <Button look="quiet" onClick={() => void edit()}>
            {t('edit')}
          </Button>
          <Button look="quiet" onClick={() => void throwAway(clientKey)}>
            {t('discard')}
          </Button>
        </p>
      )}
    </li>
  );
}

/** What has been written here and is not with the server yet. */
export function WaitingPosts({ threadId, onEdit }: Props) {
  const t = useText('threads.waiting');
  const entries = useOutbox(threadId);
  if (entries.length === 0) return null;
  return (
    <ul aria-label={t('label')}>
      {entries.map((entry) => (
        <WaitingPost key={entry.clientKey} entry={entry} onEdit={onEdit} />
      ))}
    </ul>
  );
}
