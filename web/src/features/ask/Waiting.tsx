import type { DraftContent } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { draftOf, throwAway } from '../../lib/drafts/index.ts';
import { type OutboxEntry, outbox, problemOf, useOutbox } from '../../lib/outbox/index.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Ask.module.css';

type Edit = (content: DraftContent) => void;

/** Threads that are written and not there yet: without a connection, or refused. */
export function Waiting({ onEdit }: { onEdit: Edit }) {
  const t = useText('ask.outbox');
  const entries = useOutbox();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className={styles.waiting}>
      <h2 id="waiting" tabIndex={-1}>
        {t('title')}
      </h2>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.clientKey} entry={entry} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, onEdit }: { entry: OutboxEntry; onEdit: Edit }) {
  const t = useText('ask.outbox');
  const say = useProblemText();
  if (entry.route !== 'createThread') return null;
  const { clientKey, state, input } = entry;

  async function edit(): Promise<void> {
    const taken = await outbox.take(clientKey);
    if (taken) onEdit(draftOf(taken));
  }

  return (
    <li className={styles.entry}>
      <strong>
        <bdi>{input.body.title}</bdi>
      </strong>
      <p className={styles.hint}>
        {state === 'failed' ? say.sentence(problemOf(entry)) : t(state)}
      </p>
      {state !== 'sending' && (
        <div className={styles.row}>
          {state === 'failed' && (
            <Button onClick={() => void outbox.tryAgain(clientKey)}>{t('again')}</Button>
          )}
          <Button onClick={() => void edit()}>{t('edit')}</Button>
          <Button look="quiet" onClick={() => void throwAway(clientKey)}>
            {t('discard')}
          </Button>
        </div>
      )}
    </li>
  );
}
