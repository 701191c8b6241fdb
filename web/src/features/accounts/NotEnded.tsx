import { useText } from '@counterpart/locale/react';
import { useEffect, useEffectEvent } from 'react';
import { endWhenReachable } from '../../lib/leave.ts';
import { Notice } from '../../ui/Notice.tsx';

/** For whoever has left without a line: what is done, what is not, and that it ends by itself. */
export function NotEnded({ onEnded }: { onEnded: () => void }) {
  const t = useText('accounts.signOut.later');
  const ended = useEffectEvent(onEnded);
  useEffect(() => endWhenReachable(() => ended()), []);
  return (
    <Notice tone="warning" title={t('title')} alert>
      {t('text')}
    </Notice>
  );
}
