import type { Sharing, SpaceAccess } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Notice } from '../../../ui/Notice.tsx';
import { useSharingMeans } from './SharingLabel.tsx';

/** Word, sign and sentence: nobody should wonder who will see what they write. */
export function SharingBanner({ sharing, access }: { sharing: Sharing; access: SpaceAccess }) {
  const t = useText('threads.sharing');
  const means = useSharingMeans();
  return (
    <Notice tone="care" sign={sharing} title={`${t(sharing)}.`}>
      {means(sharing, access)}
    </Notice>
  );
}
