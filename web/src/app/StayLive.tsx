import type { LiveEvent, SessionView } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { startKeeping } from '../lib/kept/index.ts';
import { watchKept } from '../lib/kept/watch.ts';
import { onConnected, onEvent, startLive } from '../lib/live/index.ts';
import { keepShell } from '../lib/offline-shell.ts';
import { outbox } from '../lib/outbox/index.ts';

function confirm({ mutation }: LiveEvent): void {
  if (mutation !== undefined) void outbox.confirm(mutation);
}

// Writings that may wait in the outbox.
onEvent('post.created', confirm);
onEvent('thread.created', confirm);

/** Keeps the pages of a member live, and sends what waits, for as long as it is shown. */
export function StayLive({ session }: { session: SessionView }) {
  const client = useQueryClient();
  const { id } = session.member;
  const newest = useRef(session);
  const resume = useRef(() => {});

  useEffect(() => {
    const live = startLive({ client, member: id, asOf: newest.current.asOf });
    resume.current = live.resume;
    const stopSending = onConnected(() => {
      void outbox.wake();
      keepShell();
    });
    const stopKeeping = startKeeping(client, newest.current);
    const stopWatching = watchKept();
    void outbox.open(id);
    return () => {
      stopWatching();
      stopKeeping();
      stopSending();
      live.stop();
    };
  }, [client, id]);

  // Another session than before: whoever was signed out is back.
  useEffect(() => {
    if (newest.current === session) return;
    newest.current = session;
    resume.current();
    void outbox.wake();
  }, [session]);

  return null;
}
