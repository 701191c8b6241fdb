import type { PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useEffect, useState } from 'react';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { type Divider, firstDivider, withArrival } from '../reading/divider.ts';
import { createSayer } from '../reading/sayer.ts';
import type { Reading } from '../reading/use-reading.ts';
import { lastLoaded } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Whether the reader looks at the end of the thread right now. */
function isWatching(store: ThreadStore): boolean {
  if (document.visibilityState === 'hidden') return false;
  const foot = document.querySelector(`[data-foot="${lastLoaded(store.state()) - 1}"]`);
  if (!foot) return false;
  const { top } = foot.getBoundingClientRect();
  return top >= 0 && top < window.innerHeight;
}

/** What happens to the page when somebody else answers: a line, a count, a sentence for those who listen. */
export function useArrivals(store: ThreadStore, reading: Reading) {
  const t = useText('threads.place');
  const announce = useAnnounce();
  const [divider, setDivider] = useState<Divider | null>(() => firstDivider(store.state()));
  const [sayer] = useState(() => {
    const say = (count: number) => announce(t('arrived', { count }));
    return createSayer({ say, later });
  });
  useEffect(() => () => sayer.stop(), [sayer]);

  function onArrived({ seq }: PostView): void {
    const watching = isWatching(store);
    const readTo = reading.position();
    setDivider((old) => withArrival(old, { seq, readTo, watching }));
    if (!watching) reading.arrive(seq);
    sayer.add(1);
  }

  return { divider, onArrived };
}
