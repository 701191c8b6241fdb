import { threadRoutes } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { call } from '../../lib/api.ts';
import { findStored, isBlank, newThreadPlace } from '../../lib/drafts/index.ts';
import { onEvent } from '../../lib/live/index.ts';
import type { Draft } from './use-draft.ts';

/** A server that is busy is asked again. */
const tries = 5;

/**
 * What was begun here may be sent from another tab or device: then it does not go on standing here as
 * unsent. In other words than here, the writer is told. `isBusy` while it is sent from here.
 */
export function useSentElsewhere(draft: Draft, isBusy: boolean): void {
  function isSame(title: string, body: string): boolean {
    const here = draft.keeper.content() ?? draft.content;
    return here.title.trim() === title.trim() && here.body.trim() === body.trim();
  }

  async function look(threadId: number): Promise<void> {
    const { stored, isGiven } = await findStored(newThreadPlace);
    if (isGiven || (stored?.updatedAt ?? undefined) === draft.keeper.draft()) return;
    const sent = await call(threadRoutes.getThread, {
      params: { id: threadId },
      query: { from: 1, limit: 1 },
    });
    const body = sent.posts[0]?.body ?? '';
    if (isSame(sent.thread.title, body)) draft.sentElsewhere();
    else draft.keeper.look(stored);
  }

  const client = useQueryClient();
  const heard = useEffectEvent((threadId: number) => {
    if (isBusy || isBlank(draft.content)) return;
    client
      .fetchQuery({
        queryKey: ['a question sent elsewhere', threadId],
        queryFn: () => look(threadId).then(() => true),
        retry: tries,
        gcTime: 0,
      })
      // Without an answer, sending or the next key finds out.
      .catch(() => undefined);
  });

  useEffect(() => onEvent('reading.changed', ({ subject }) => heard(subject)), []);
}
