import type { DraftContent } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Ask.module.css';

interface Props {
  kept: DraftContent;
  onContinue: () => void;
  onReplace: () => void;
}

/** There is one draft of a new thread; a second question asks what becomes of the first. */
export function DraftConflict({ kept, onContinue, onReplace }: Props) {
  const t = useText('ask.conflict');
  return (
    <div className={styles.conflict}>
      <Notice tone="info" title={t('text')}>
        <q>
          <bdi>{kept.title || kept.body.slice(0, 120)}</bdi>
        </q>
      </Notice>
      <div className={styles.row}>
        <Button look="primary" onClick={onContinue}>
          {t('continue')}
        </Button>
        <Button onClick={onReplace}>{t('afresh')}</Button>
      </div>
    </div>
  );
}
