import { useText } from '@counterpart/locale/react';
import { isBlank } from '../../lib/drafts/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Ask.module.css';
import type { Draft } from './use-draft.ts';

/** Where the text is kept meanwhile, and the way to be rid of it. */
export function DraftLine({ draft: { content, status, ...draft } }: { draft: Draft }) {
  const t = useText('ask.draft');

  async function discard(): Promise<void> {
    await draft.discard();
    document.getElementById('ask-title')?.focus();
  }

  return (
    <div className={styles.draft}>
      {status !== 'none' && <span>{t(status)}</span>}
      {!isBlank(content) && (
        <Button look="quiet" onClick={() => void discard()}>
          {t('discard')}
        </Button>
      )}
    </div>
  );
}
