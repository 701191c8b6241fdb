import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { addresses } from '../../lib/addresses.ts';
import type { DraftAtPlace } from '../../lib/drafts/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { DraftName } from './DraftName.tsx';
import styles from './Saved.module.css';
import { useThreadTitle } from './use-thread-title.ts';

interface Props {
  draft: DraftAtPlace;
  onDiscard: () => void;
}

/** What was typed and could not be brought to the server, as to a thread that can no longer be read. */
export function HereItem({ draft: { threadId, content }, onDiscard }: Props) {
  const t = useText('reading');
  const { title, isGone } = useThreadTitle(threadId);
  const to = threadId === null ? '/ask' : addresses.thread(threadId);
  return (
    <li className={styles.item}>
      <p className={styles.title}>
        <DraftName threadId={threadId} threadTitle={title} isGone={isGone} title={content.title} />
      </p>
      <p className={styles.about}>{t('unsent.here')}</p>
      <p dir="auto" className={styles.whole}>
        {content.body}
      </p>
      <div className={styles.actions}>
        {!isGone && <Link to={to}>{t('drafts.continue')}</Link>}
        <CopyButton text={content.body} />
        <Button look="quiet" onClick={onDiscard}>
          {t('drafts.discard')}
        </Button>
      </div>
    </li>
  );
}
