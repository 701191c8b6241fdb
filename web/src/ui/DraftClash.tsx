import { useText } from '@counterpart/locale/react';
import type { Clash } from '../lib/drafts/keeper.ts';
import { Button } from './Button.tsx';
import { OtherText } from './OtherText.tsx';

interface Props {
  clash: Clash;
  /** The text that stands on this page becomes the draft. */
  onMine: () => void;
  /** What is stored takes its place; when nothing is, the page is emptied. */
  onOther: () => void;
}

/** The draft was changed in another tab or on another device, or it is gone. */
export function DraftClash({ clash: { stored }, onMine, onOther }: Props) {
  const t = useText('ui.draftClash');
  const kind = stored ? 'changed' : 'gone';
  const text = [stored?.content.title, stored?.content.body].filter(Boolean).join('\n\n');
  return (
    <OtherText
      title={t(`${kind}.title`)}
      about={t(`${kind}.text`)}
      label={stored ? t('other') : undefined}
      text={text}
      actions={
        <>
          <Button onClick={onMine}>{t(`${kind}.mine`)}</Button>
          <Button onClick={onOther}>{t(`${kind}.other`)}</Button>
        </>
      }
    />
  );
}
