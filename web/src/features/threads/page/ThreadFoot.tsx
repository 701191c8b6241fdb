import { lazy, Suspense, useState } from 'react';
import { afterPaint } from '../../../lib/after-paint.ts';
import type { Signal } from '../reading/signal.ts';
import type { ThreadState } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import type { Desk } from './desk.ts';
import { NewReplies } from './NewReplies.tsx';
import styles from './ThreadFoot.module.css';

// Writing needs scripts anyway, and nobody writes before they have read.
const Writing = lazy(async () => {
  await afterPaint();
  return { default: (await import('./Writing.tsx')).Writing };
});

interface Props {
  store: ThreadStore;
  state: ThreadState;
  desk: Desk;
  arrived: Signal<readonly number[]>;
  goTo: (seq: number) => void;
}

/** What came meanwhile, and the place to write: at the end of the thread, or at the foot of the window. */
export function ThreadFoot({ store, state, desk, arrived, goTo }: Props) {
  const [docked, setDocked] = useState(false);
  return (
    <div className={docked ? styles.docked : styles.foot}>
      <NewReplies arrived={arrived} goTo={goTo} above={docked} />
      <Suspense>
        <Writing
          desk={desk}
          store={store}
          state={state}
          goTo={goTo}
          docked={docked}
          onDock={setDocked}
        />
      </Suspense>
    </div>
  );
}
