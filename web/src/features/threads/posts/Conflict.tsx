import { useText } from '@counterpart/locale/react';
import { Button } from '../../../ui/Button.tsx';
import { OtherText } from '../../../ui/OtherText.tsx';

interface Props {
  /** As it is stored now. */
  current: string;
  onTake: () => void;
}

/** Somebody, or I myself elsewhere, changed the text: both stay in sight until one is chosen. */
export function Conflict({ current, onTake }: Props) {
  const t = useText('threads.conflict');
  return (
    <OtherText
      title={t('title')}
      about={t('text')}
      label={t('current')}
      text={current}
      actions={<Button onClick={onTake}>{t('take')}</Button>}
    />
  );
}
