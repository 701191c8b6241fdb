import { type ThreadView, threadRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { call } from '../../../lib/api.ts';
import { isProblem } from '../../../lib/problem.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { SharingBanner } from '../parts/SharingBanner.tsx';
import type { ThreadStore } from '../state/thread-store.ts';

interface Props {
  store: ThreadStore;
  thread: ThreadView;
  onClose: () => void;
}

/** Makes the sharing label stricter, after saying who may read it then. */
export function NarrowThread({ store, thread, onClose }: Props) {
  const t = useText('threads.manage');

  async function narrow(): Promise<void> {
    const { revision } = store.state().thread;
    try {
      const body = { sharing: 'space', revision } as const;
      const answer = await call(threadRoutes.editThread, { params: { id: store.id }, body });
      store.change((state) => ({ ...state, thread: answer.thread }));
      await store.loadThread();
    } catch (error) {
      if (isProblem(error, 'stale-revision')) await store.loadThread();
      throw error;
    }
  }

  return (
    <Confirm
      title={t('narrowTitle')}
      confirm={t('narrowConfirm')}
      done={t('done')}
      look="primary"
      onConfirm={narrow}
      onClose={onClose}
    >
      <p>{t('narrowText')}</p>
      <SharingBanner sharing="space" access={thread.space.access} />
      <p>{t('narrowLater')}</p>
    </Confirm>
  );
}
