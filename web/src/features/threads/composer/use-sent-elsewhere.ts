import type { PostView } from '@counterpart/contract';
import { useEffect, useEffectEvent } from 'react';
import { draftPlace, findStored } from '../../../lib/drafts/index.ts';
import { onEvent, scopeOf } from '../../../lib/live/index.ts';
import { useMyId } from '../api.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import type { Answer } from './use-answer.ts';

/** What was begun here may be sent on another device: then it does not go on standing here as unsent. */
export function useSentElsewhere(store: ThreadStore, answer: Answer): void {
  const member = useMyId();
  const heard = useEffectEvent((post: PostView) => {
    const text = answer.body.trim();
    if (text === '' || post.author.member.id !== member) return;
    if (post.body.trim() === text) {
      answer.empty();
      answer.keeper.letGo();
      return;
    }
    findStored(draftPlace(store.id))
      .then(({ stored, isGiven }) => {
        // A draft of what was sent may still be on its way out.
        const isSent = stored?.content.body.trim() === post.body.trim();
        if (!isGiven) answer.keeper.look(isSent ? null : stored);
      })
      // The next key finds out.
      .catch(() => undefined);
  });
  useEffect(() => {
    const scope = scopeOf.thread(store.id);
    return onEvent('post.created', (event) => {
      if (event.scope === scope && event.data) heard(event.data);
    });
  }, [store.id]);
}
