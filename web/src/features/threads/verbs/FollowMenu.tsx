import { type FollowLevel, followLevels } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { useProblemText } from '../../../lib/problem-text.ts';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Sign } from '../../../ui/Sign.tsx';

interface Props {
  level: FollowLevel | null;
  onChoose: (level: FollowLevel) => Promise<void>;
}

/** How closely the reader follows the thread; the word on the button says how it stands. */
export function FollowMenu({ level, onChoose }: Props) {
  const t = useText('threads');
  const say = useProblemText();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<string | null>(null);

  async function choose(wanted: FollowLevel): Promise<void> {
    setFailure(null);
    try {
      await onChoose(wanted);
      announce(t(`follow.${wanted}`));
    } catch (error) {
      setFailure(say.sentence(error));
    }
  }

  const word = level === null ? t('followThread') : t(`follow.${level}`);
  return (
    <>
      <Menu
        label={level === null ? t('followChoose.notYet') : t('followChoose.now', { level: word })}
        trigger={
          <>
            {word} <Sign name="down" />
          </>
        }
        chosen={level}
        items={followLevels.map((one) => ({
          key: one,
          label: (
            <>
              {t(`followChoose.${one}`)} {one === level && <Sign name="success" />}
            </>
          ),
          onChoose: () => void choose(one),
        }))}
      />
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
