import { readingRoutes } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, keyOf } from '../api.ts';
import { onConnected } from '../live/index.ts';
import { typed } from '../typed.ts';
import { type Clash, createDraftKeeper, type DraftStatus, type HereDraft } from './keeper.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

interface Place {
  member: number;
  /** `thread-<id>` or `new`. */
  place: string;
  /** What stands there at first and is on no server. */
  begin?: HereDraft | undefined;
}

/** A draft that is kept while it is typed, on this device and, once its keeper is `ready`, on the server. */
export function useDraftKeeper({ member, place, begin }: Place) {
  const client = useQueryClient();
  const [status, show] = useState<DraftStatus>('none');
  const [clash, setClash] = useState<Clash | null>(null);
  const [keeper] = useState(() =>
    createDraftKeeper({
      keep: (content, seen) =>
        call(readingRoutes.keepDraft, { params: { place }, body: { ...content, seen } }),
      drop: (seen) => call(readingRoutes.dropDraft, { params: { place }, query: { seen } }),
      keepHere: (draft) =>
        draft ? typed().keep(member, place, draft) : typed().drop(member, place),
      show,
      clash: setClash,
      later,
      begin,
    }),
  );

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const flush = () => void keeper.flush();
    window.addEventListener('online', flush, { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    const stop = onConnected(flush);
    return () => {
      leaving.abort();
      stop();
      // Lists of drafts elsewhere show what was typed here.
      void keeper
        .flush()
        .then(() => client.invalidateQueries({ queryKey: keyOf(readingRoutes.listDrafts) }));
    };
  }, [keeper, client]);

  return { status, clash, keeper };
}
