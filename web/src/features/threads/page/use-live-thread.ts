import type { PostView } from '@counterpart/contract';
import { threadRoutes } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { keyOf } from '../../../lib/api.ts';
import {
  catchingUp,
  onConnected,
  onEvent,
  onRefused,
  onResync,
  scopeOf,
  useScopes,
} from '../../../lib/live/index.ts';
import { myId } from '../api.ts';
import type { Reading } from '../reading/use-reading.ts';
import { createRefresh, type Refresh } from '../state/refresh.ts';
import {
  hasLater,
  lastLoaded,
  withCreated,
  withRead,
  withTakenBack,
} from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** As many as one question can answer. */
const mostAtOnce = 50;

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

/** Whoever reads at the end is not brought further at once; the rest is one press away. */
const mostToCatchUp = 150;

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** What happened to posts, taken into what is loaded or asked for. */
function createChanges(store: ThreadStore, refresh: Refresh, me: () => number | undefined) {
  /** Had read to the end when something came, and goes on reading there. */
  let readsOn = false;
  let highest = 0;
  const isAtEnd = () => readsOn || !hasLater(store.state());

  /** Asks for what is missing at the end. */
  function keepUp(): void {
    const state = store.state();
    const [last, { lastSeq }] = [lastLoaded(state), state.thread];
    readsOn = hasLater(state) && lastSeq - last <= mostToCatchUp;
    if (readsOn) refresh.posts(numbers(last + 1, lastSeq), highest);
  }

  /** Asks for posts that may stand behind the last one that is loaded. */
  function askBeyond(seq: number): void {
    readsOn = true;
    const last = lastLoaded(store.state());
    refresh.posts(numbers(last + 1, last + mostAtOnce), seq);
  }

  let shown = store.state();
  const stop = store.subscribe(() => {
    const before = shown;
    shown = store.state();
    // Elsewhere in the thread, by a press.
    if (lastLoaded(shown) < lastLoaded(before)) readsOn = false;
    else if (!hasLater(before) && hasLater(shown)) keepUp();
  });

  return {
    stop,

    created(post: PostView, seq: number): void {
      const isMine = post.author.member.id === me();
      highest = seq;
      store.change((state) => withCreated(state, post, isMine));
      if (isMine) refresh.posts([post.seq], seq);
      // Who takes part, and how many, stands above the posts.
      refresh.thread(seq);
    },

    /** It came without its text, since it has changed meanwhile: whoever reads at the end asks for it. */
    createdUnseen(seq: number): void {
      if (isAtEnd()) askBeyond(seq);
      refresh.thread(seq);
    },

    /** A post that is not there may be one that is just being asked for. */
    changed(postId: number, seq: number): void {
      const seqs = concerned(store, postId);
      if (seqs.length > 0) refresh.posts(seqs, seq);
      else if (refresh.isBusy() && isAtEnd()) askBeyond(seq);
    },

    /** More was missed than is told: everything that is loaded is asked for, and what may have come. */
    missed(seq: number): void {
      if (isAtEnd()) askBeyond(seq);
      refresh.posts(
        store.state().posts.map((post) => post.seq),
        seq,
      );
      refresh.thread(seq);
    },

    /** The answers are in, and there may be more than they brought. */
    arrived(): void {
      if (readsOn) keepUp();
    },
  };
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
  useScopes([scopeOf.thread(store.id)], asOf, 'page');

  useEffect(() => {
    const scope = scopeOf.thread(store.id);
    /** Who may no longer read it gets the page that says so. */
    function askForPage(): void {
      const key = [...keyOf(threadRoutes.getThread), { params: { id: store.id } }];
      void client.invalidateQueries({ queryKey: key });
    }

    const refresh = createRefresh({
      askPosts: store.loadPosts,
      askThread: store.loadThread,
      onGone: askForPage,
      begin() {
        const done = catchingUp.begin();
        return () => {
          changes.arrived();
          done();
        };
      },
      later,
      random: Math.random,
    });
    const changes = createChanges(store, refresh, () => myId(client));
    const here = (id: string) => id === scope;
    const stops = [
      changes.stop,
      watchArrivals(store, arrived),
      onEvent('post.created', (event) => {
        if (!here(event.scope)) return;
        if (event.data) changes.created(event.data, event.seq);
        else changes.createdUnseen(event.seq);
      }),
      onEvent('post.edited', (event) => {
        if (here(event.scope)) changes.changed(event.subject, event.seq);
      }),
      onEvent('post.deleted', (event) => {
        if (!here(event.scope)) return;
        store.change((state) => withTakenBack(state, event.subject));
        changes.changed(event.subject, event.seq);
      }),
      onEvent('reaction.changed', (event) => {
        if (here(event.scope)) changes.changed(event.subject, event.seq);
      }),
      onEvent('thread.changed', ({ scope: at, seq }) => here(at) && refresh.thread(seq)),
      onEvent('synthesis.changed', ({ scope: at, seq }) => here(at) && refresh.thread(seq)),
      onEvent('reading.changed', ({ subject, seq }) => subject === store.id && refresh.thread(seq)),
      onEvent('read.moved', ({ subject, version }) => {
        if (subject !== store.id) return;
        reading.readElsewhere(version);
        store.change((state) => withRead(state, version));
      }),
      onResync('thread', ({ id, seq }) => id === store.id && changes.missed(seq)),
      onRefused('thread', ({ id }) => id === store.id && askForPage()),
      onConnected(refresh.again),
    ];
    return () => {
      for (const stop of stops) stop();
      refresh.stop();
    };
  }, [client, reading, store]);
}
