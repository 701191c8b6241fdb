import { useText } from '@counterpart/locale/react';
import { Button } from '../../ui/Button.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';

/** Takes a text along to wherever it may be of use. */
export function CopyButton({ text }: { text: string }) {
  const t = useText('reading.unsent');
  const announce = useAnnounce();
  // Addresses without TLS have no clipboard; there the text is selected by hand.
  if (!('clipboard' in navigator)) return null;
  return (
    <Button
      look="quiet"
      onClick={() => void navigator.clipboard.writeText(text).then(() => announce(t('copied')))}
    >
      {t('copy')}
    </Button>
  );
}
