import { useText } from '@counterpart/locale/react';
import { useEffect, useState } from 'react';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { type Divider, firstDivider, withArrival } from '../reading/divider.ts';
import { createSayer } from '../reading/sayer.ts';
import { elementOf } from '../reading/show-post.ts';
import type { Reading } from '../reading/use-reading.ts';
import type { ThreadStore } from '../state/thread-store.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Whether the reader looks at the end of the post before the new one, below which it appears. */
function isWatching(seq: number): boolean {
  if (document.visibilityState === 'hidden') return false;
  // Of the post itself: what is in it has no place while it is far from the window.
  const bottom = elementOf(seq - 1)?.getBoundingClientRect().bottom;
  return bottom !== undefined && bottom >= 0 && bottom < window.innerHeight;
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

  function onArrived(seqs: number[]): void {
    const watching = isWatching(Math.min(...seqs));
    const readTo = reading.position();
    setDivider((old) =>
      seqs.reduce((line, seq) => withArrival(line, { seq, readTo, watching }), old),
    );
    if (!watching) reading.arrive(seqs);
    sayer.add(seqs.length);
  }

  return { divider, onArrived };
}
