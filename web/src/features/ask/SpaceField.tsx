import type { SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { useLocalized } from '../../lib/page-locale.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import styles from './Ask.module.css';
import { controlOf } from './use-ask.ts';

interface Props {
  spaces: SpaceView[];
  chosen: SpaceView | undefined;
  error: string | undefined;
  onChoose: (id: number) => void;
}

/** The rooms one may ask in, each with its purpose. One that was already chosen stands alone until it is changed. */
export function SpaceField({ spaces, chosen, error, onChoose }: Props) {
  const t = useText('ask');
  const localized = useLocalized();
  const [isOpen, setOpen] = useState(chosen === undefined);
  if (spaces.length === 0) return <p>{t('noSpace')}</p>;

  const shown = isOpen || !chosen ? spaces : [chosen];
  const ordered = [
    ...shown.filter(({ joined }) => joined),
    ...shown.filter(({ joined }) => !joined),
  ];
  return (
    <div className={styles.space}>
      <Choice
        id={controlOf('space')}
        legend={t('space')}
        error={error}
        value={chosen ? String(chosen.id) : null}
        onChange={(id) => onChoose(Number(id))}
        options={ordered.map(({ id, names, purpose, joined }) => ({
          value: String(id),
          label: <bdi>{localized(names)}</bdi>,
          means: (
            <>
              {localized(purpose)} {!joined && t('spaceJoins')}
            </>
          ),
        }))}
      />
      {shown.length < spaces.length && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('spaceChange')}
        </Button>
      )}
    </div>
  );
}
