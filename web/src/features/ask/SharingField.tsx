import type { Sharing, SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import type { ReactNode } from 'react';
import { useLocalized } from '../../lib/page-locale.ts';
import { Choice } from '../../ui/Choice.tsx';
import { isolate } from '../../ui/fill.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { controlOf } from './use-ask.ts';

interface Props {
  space: SpaceView;
  value: Sharing | null;
  error: string | undefined;
  onChoose: (sharing: Sharing) => void;
}

/** Who will read it: one plain sentence for each label, true for this very space. */
export function SharingField({ space, value, error, onChoose }: Props) {
  const t = useText('ask');
  const threads = useText('threads');
  const localized = useLocalized();

  function meaning(label: Sharing): ReactNode {
    if (label === 'network') return t('sharingMeans.network');
    if (label === 'chatham') return threads('sharingMeans.chatham');
    const named = { space: localized(space.names), bdi: isolate };
    return t.rich(`sharingMeans.${space.access}`, named);
  }

  return (
    <Choice
      id={controlOf('sharing')}
      legend={t('sharing')}
      error={error}
      value={value}
      onChange={onChoose}
      options={space.sharing.map((label) => ({
        value: label,
        label: (
          <>
            <Sign name={label} /> {threads(`sharing.${label}`)}
          </>
        ),
        means: meaning(label),
      }))}
    />
  );
}
