import { type ThreadView, threadRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useLocalized } from '../../../lib/page-locale.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { spacesQuery } from '../api.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { SharingBanner } from '../parts/SharingBanner.tsx';
import type { ThreadStore } from '../state/thread-store.ts';
import { moveTargets, sharingAfterMove } from './move-targets.ts';

interface Props {
  store: ThreadStore;
  thread: ThreadView;
  onClose: () => void;
}

/** Moves a thread to another space, never to more readers; says who may read it then. */
export function MoveThread({ store, thread, onClose }: Props) {
  const t = useText('threads.manage');
  const spaceText = useText('spaces');
  const localized = useLocalized();
  const spaces = useQuery(spacesQuery);
  const [chosen, choose] = useState<string | null>(null);
  const targets = moveTargets(spaces.data?.items ?? [], thread);
  const target = targets.find(({ id }) => String(id) === chosen);

  async function move(): Promise<void> {
    if (!target) return;
    const input = { params: { id: store.id }, body: { spaceId: target.id } };
    const answer = await call(threadRoutes.moveThread, input);
    store.change((state) => ({ ...state, thread: answer.thread }));
    await store.loadThread();
  }

  return (
    <Confirm
      title={t('moveTitle')}
      confirm={t('moveConfirm')}
      done={target ? t('moved', { space: localized(target.names) }) : t('done')}
      look="primary"
      disabled={!target}
      onConfirm={move}
      onClose={onClose}
    >
      {spaces.isPending && <Skeleton />}
      {spaces.data && targets.length === 0 && <p>{t('moveNone')}</p>}
      {targets.length > 0 && (
        <Choice
          legend={t('moveLegend')}
          value={chosen}
          onChange={choose}
          options={targets.map(({ id, names, access }) => ({
            value: String(id),
            label: <bdi>{localized(names)}</bdi>,
            means: spaceText(`accessMeans.${access}`),
          }))}
        />
      )}
      {target && (
        <>
          <p>{t('moveWho')}</p>
          <SharingBanner
            sharing={sharingAfterMove(thread.sharing, target)}
            access={target.access}
          />
        </>
      )}
    </Confirm>
  );
}
