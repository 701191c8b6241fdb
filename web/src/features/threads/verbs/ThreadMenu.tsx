import { type ThreadVerb, threadRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { ThreadState } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';

const dialogs = {
  edit: lazy(async () => ({ default: (await import('./EditThread.tsx')).EditThread })),
  narrow: lazy(async () => ({ default: (await import('./NarrowThread.tsx')).NarrowThread })),
  move: lazy(async () => ({ default: (await import('./MoveThread.tsx')).MoveThread })),
};

interface Props {
  store: ThreadStore;
  state: ThreadState;
  onReadAll: () => void;
  onSynthesise: () => void;
}

type Switch = 'pinned' | 'locked';

/** What the reader may do with the thread as a whole. Only what they may stands in it. */
export function ThreadMenu({ store, state, onReadAll, onSynthesise }: Props) {
  const t = useText('threads');
  const say = useProblemText();
  const announce = useAnnounce();
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { thread, can, readSeq } = state;
  const may = (verb: ThreadVerb) => can.includes(verb);

  async function turn(name: Switch): Promise<void> {
    const isOn = !thread[name];
    const routes = {
      pinned: isOn ? threadRoutes.pinThread : threadRoutes.unpinThread,
      locked: isOn ? threadRoutes.lockThread : threadRoutes.unlockThread,
    };
    setFailure(null);
    try {
      await call(routes[name], { params: { id: store.id } });
      await store.loadThread();
      announce(t('manage.done'));
    } catch (error) {
      setFailure(say.sentence(error));
    }
  }

  const candidates: (MenuItem | false)[] = [
    may('synthesise') &&
      !thread.synthesis && {
        key: 'synthesise',
        label: t('summing.write'),
        onChoose: onSynthesise,
      },
    may('edit') && { key: 'edit', label: t('manage.edit'), onChoose: () => setOpen('edit') },
    may('narrow') && {
      key: 'narrow',
      label: t('manage.narrow'),
      onChoose: () => setOpen('narrow'),
    },
    may('pin') && {
      key: 'pin',
      label: t(thread.pinned ? 'manage.unpin' : 'manage.pin'),
      onChoose: () => void turn('pinned'),
    },
    may('lock') && {
      key: 'lock',
      label: t(thread.locked ? 'manage.unlock' : 'manage.lock'),
      onChoose: () => void turn('locked'),
    },
    may('move') && { key: 'move', label: t('manage.move'), onChoose: () => setOpen('move') },
    readSeq < thread.lastSeq && {
      key: 'readAll',
      label: t('markAllRead'),
      onChoose: () => {
        onReadAll();
        announce(t('allRead'));
      },
    },
  ];
  const items = candidates.filter((item) => item !== false);
  const Chosen = open && dialogs[open];
  const manages = can.some((verb) => verb in dialogs || verb === 'pin' || verb === 'lock');
  if (items.length === 0) return null;
  return (
    <>
      <Menu
        label={t(manages ? 'manage.label' : 'manage.more')}
        trigger={t(manages ? 'manage.word' : 'post.moreWord')}
        items={items}
      />
      {failure && <Notice tone="danger" title={failure} alert />}
      {Chosen && (
        <Suspense>
          <Chosen store={store} thread={thread} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
