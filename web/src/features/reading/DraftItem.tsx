import type { DraftView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { fill } from '../../ui/fill.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Time } from '../../ui/Time.tsx';
import { useDropDraft, useRestoreDraft } from './api.ts';
import { CopyButton } from './CopyButton.tsx';
import { DraftName } from './DraftName.tsx';
import styles from './Saved.module.css';

/** What has been typed and not sent, with the way back to it. */
export function DraftItem({ draft }: { draft: DraftView }) {
  const t = useText('reading.drafts');
  const say = useProblemText();
  const [isGone, setGone] = useState(false);
  const drop = useDropDraft();
  const restore = useRestoreDraft();
  const { place, threadId, threadTitle, content, updatedAt } = draft;
  if (isGone) {
    const back = () => restore.mutate({ place, content }, { onSuccess: () => setGone(false) });
    return (
      <li className={styles.item}>
        <p role="status">
          {t('discarded')}{' '}
          <Button autoFocus look="quiet" busy={restore.isPending} onClick={back}>
            {t('restore')}
          </Button>
        </p>
      </li>
    );
  }
  const isReadable = threadId === null || threadTitle !== null;
  const to = threadId === null ? '/ask' : addresses.thread(threadId);
  const failure = drop.error ?? restore.error;
  return (
    <li className={styles.item}>
      <p className={styles.title}>
        <DraftName
          threadId={threadId}
          threadTitle={threadTitle ?? undefined}
          isGone={!isReadable}
          title={content.title}
        />
      </p>
      <p className={styles.about}>
        {t.rich('kept', { time: fill(<Time at={updatedAt} wording="ago" />) })}
      </p>
      <p dir="auto" className={isReadable ? styles.excerpt : styles.whole}>
        {content.body}
      </p>
      {failure && <Notice tone="danger" title={say.sentence(failure)} alert />}
      <div className={styles.actions}>
        {isReadable ? <Link to={to}>{t('continue')}</Link> : <CopyButton text={content.body} />}
        <Button
          look="quiet"
          busy={drop.isPending}
          onClick={() => drop.mutate(draft, { onSuccess: () => setGone(true) })}
        >
          {t('discard')}
        </Button>
      </div>
    </li>
  );
}
