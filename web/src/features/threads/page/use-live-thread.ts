import type { PostView } from '@counterpart/contract';
import { threadRoutes } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { keyOf } from '../../../lib/api.ts';
import { onEvent, onRefused, onResync, scopeOf, useScopes } from '../../../lib/live/index.ts';
import { myId } from '../api.ts';
import type { Reading } from '../reading/use-reading.ts';
import { createRefresh } from '../state/refresh.ts';
import { withCreated, withRead, withTakenBack } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** The post that changed and those that quote it. */
function concerned(store: ThreadStore, postId: number): number[] {
  return store
    .state()
    .posts.filter(({ id, quote }) => id === postId || quote?.postId === postId)
    .map(({ seq }) => seq);
}

/**
 * Tells of posts by others that have come since the page was opened, each once, however they became
 * known: by their event, or by an answer that was ahead of it.
 */
function watchArrivals(store: ThreadStore, onArrived: (seqs: number[]) => void): () => void {
  let told = store.state().thread.lastSeq;
  return store.subscribe(() => {
    const { thread, own } = store.state();
    const fresh: number[] = [];
    for (; told < thread.lastSeq; told += 1) {
      if (!own.get(told + 1)?.isMine) fresh.push(told + 1);
    }
    if (fresh.length > 0) onArrived(fresh);
  });
}

/** Keeps a thread's page current by its events. `onArrived` hears the numbers of new posts by others. */
export function useLiveThread(
  store: ThreadStore,
  reading: Reading,
  onArrived: (seqs: number[]) => void,
): void {
  const client = useQueryClient();
  const [asOf] = useState(() => store.state().asOf);
  const arrived = useEffectEvent(onArrived);
  useScopes([scopeOf.thread(store.id)], asOf);

  useEffect(() => {
    const scope = scopeOf.thread(store.id);
    const refresh = createRefresh({
      askPosts: store.loadPosts,
      askThread: store.loadThread,
      later,
      random: Math.random,
    });

    function created(post: PostView, seq: number): void {
      const isMine = post.author.member.id === myId(client);
      store.change((state) => withCreated(state, post, isMine));
      if (isMine) refresh.posts([post.seq], seq);
      // Who takes part, and how many, stands above the posts.
      refresh.thread(seq);
    }

    const here = (id: string) => id === scope;
    const stops = [
      watchArrivals(store, arrived),
      onEvent('post.created', (event) => {
        if (here(event.scope) && event.data) created(event.data, event.seq);
      }),
      onEvent('post.edited', ({ scope: at, subject, seq }) => {
        if (here(at)) refresh.posts(concerned(store, subject), seq);
      }),
      onEvent('post.deleted', ({ scope: at, subject, seq }) => {
        if (!here(at)) return;
        store.change((state) => withTakenBack(state, subject));
        refresh.posts(concerned(store, subject), seq);
      }),
      onEvent('reaction.changed', ({ scope: at, subject, seq }) => {
        const post = here(at) ? store.find(subject) : undefined;
        if (post) refresh.posts([post.seq], seq);
      }),
      onEvent('thread.changed', ({ scope: at, seq }) => here(at) && refresh.thread(seq)),
      onEvent('synthesis.changed', ({ scope: at, seq }) => here(at) && refresh.thread(seq)),
      onEvent('reading.changed', ({ subject, seq }) => subject === store.id && refresh.thread(seq)),
      onEvent('read.moved', ({ subject, version }) => {
        if (subject !== store.id) return;
        reading.readElsewhere(version);
        store.change((state) => withRead(state, version));
      }),
      onResync('thread', ({ id, seq }) => {
        if (id !== store.id) return;
        const seqs = store.state().posts.map((post) => post.seq);
        refresh.posts([...seqs, (seqs.at(-1) ?? 0) + 1], seq);
        refresh.thread(seq);
      }),
      // Who may no longer read it gets the page that says so.
      onRefused('thread', ({ id }) => {
        const key = [...keyOf(threadRoutes.getThread), { params: { id: store.id } }];
        if (id === store.id) void client.invalidateQueries({ queryKey: key });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      refresh.stop();
    };
  }, [client, reading, store]);
}
