import { type DraftContent, readingRoutes } from '@counterpart/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useMyId } from '../api.ts';
import { createDraftKeeper, type DraftStatus } from './draft-keeper.ts';
import { dropLocal, keepLocal, readLocal } from './local-draft.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** The newer of what the server and this device have for a place. */
async function newestDraft(place: string, member: number | undefined) {
  const local = readLocal(member, place);
  const { items } = await call(readingRoutes.listDrafts, {}).catch(() => ({ items: [] }));
  const kept = items.find((draft) => draft.place === place);
  const isLocalNewer = local !== null && (!kept || local.at > Date.parse(kept.updatedAt));
  return { content: isLocalNewer ? local.content : kept?.content, isOnServer: kept !== undefined };
}

/**
 * Keeps what is typed at a place (`thread-<id>`, `new`) on the server, and brings it back: `restore` is
 * called once, when there is something.
 */
export function useDraft(place: string, restore: (content: DraftContent) => void) {
  const me = useMyId();
  const [status, setStatus] = useState<DraftStatus>('none');
  const [keeper] = useState(() =>
    createDraftKeeper({
      keep: (body) => call(readingRoutes.keepDraft, { params: { place }, body }),
      drop: () => call(readingRoutes.dropDraft, { params: { place } }),
      keepHere: (content) =>
        content ? keepLocal(me, place, { content, at: Date.now() }) : dropLocal(me, place),
      show: setStatus,
      later,
    }),
  );
  const restored = useEffectEvent(restore);

  useEffect(() => {
    let isHere = true;
    void newestDraft(place, me).then(({ content, isOnServer }) => {
      if (isOnServer) keeper.found();
      if (isHere && content) restored(content);
    });
    const leave = () => document.visibilityState === 'hidden' && keeper.leave();
    document.addEventListener('visibilitychange', leave);
    return () => {
      isHere = false;
      document.removeEventListener('visibilitychange', leave);
      keeper.leave();
    };
  }, [place, me, keeper]);

  return { status, keeper };
}
