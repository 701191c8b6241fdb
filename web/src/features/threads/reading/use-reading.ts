import { readingRoutes } from '@counterpart/contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { createReadTracker } from '../state/read-tracker.ts';
import { type ThreadState, withRead } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { watchPosts } from './observe.ts';
import { createSignal } from './signal.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Up to here nothing is unread: what lies between the position and the first unread is one's own or gone. */
function readUpTo({ readSeq, firstUnread, thread }: ThreadState): number {
  return Math.max(readSeq, (firstUnread ?? thread.lastSeq + 1) - 1);
}

/** Numbers of loaded posts that nobody need read: one's own, and those that are not shown. */
function needNoReading({ posts, own }: ThreadState): number[] {
  return posts
    .filter(({ seq, state }) => state !== 'published' || own.get(seq)?.isMine)
    .map(({ seq }) => seq);
}

/** How far someone reads, from the first look at the page to the last. */
export function createReading(store: ThreadStore) {
  const state = store.state();
  /** The post being read now. */
  const current = createSignal(state.posts[0]?.seq ?? 1);
  /** Posts of others that arrived and have not been before the reader's eyes. */
  const arrived = createSignal<readonly number[]>([]);
  const tracker = createReadTracker({
    from: readUpTo(state),
    send: (seq) => call(readingRoutes.setRead, { params: { id: store.id }, body: { seq } }),
    later,
  });

  function moved(): void {
    store.change((now) => withRead(now, tracker.position));
  }

  return {
    current,
    arrived,
    position: () => tracker.position,
    seen(seqs: number[]): void {
      tracker.see([...seqs, ...needNoReading(store.state())]);
      if (arrived.get().some((seq) => seqs.includes(seq))) {
        arrived.set(arrived.get().filter((seq) => !seqs.includes(seq)));
      }
      moved();
    },
    arrive(seqs: readonly number[]): void {
      arrived.set([...new Set([...arrived.get(), ...seqs])]);
    },
    readElsewhere(seq: number): void {
      tracker.moveTo(seq);
      arrived.set(arrived.get().filter((one) => one > tracker.position));
      moved();
    },
    readAll(): void {
      tracker.readAll(store.state().thread.lastSeq);
      arrived.set([]);
      moved();
    },
    stop: () => tracker.stop(),
  };
}

export type Reading = ReturnType<typeof createReading>;

/** Watches the posts for as long as the page is open. */
export function useReading(store: ThreadStore, { posts }: ThreadState): Reading {
  const [reading] = useState(() => createReading(store));
  const watch = useRef<ReturnType<typeof watchPosts>>(null);

  useEffect(() => {
    const made = watchPosts({ onSeen: reading.seen, onCurrent: reading.current.set });
    watch.current = made;
    const leave = () => document.visibilityState === 'hidden' && reading.stop();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      made.stop();
      reading.stop();
    };
  }, [reading]);

  useEffect(() => watch.current?.look(posts), [posts]);
  return reading;
}
