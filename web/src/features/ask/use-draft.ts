import { type DraftContent, readingRoutes } from '@counterpart/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keyOf } from '../../lib/api.ts';
import { dropDraft, keepDraft } from './api.ts';
import { createDraftKeeper, type DraftStatus } from './draft-keeper.ts';
import { writeLocalDraft } from './local-draft.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** What is typed into the Ask page, kept while it is typed. `start` is what stands there at first. */
export function useDraft(member: number, start: DraftContent) {
  const client = useQueryClient();
  const [content, setContent] = useState(start);
  /** Two changes in a row must not undo each other. */
  const latest = useRef(start);
  const [status, setStatus] = useState<DraftStatus>('none');
  const [keeper] = useState(() =>
    createDraftKeeper({
      save: keepDraft,
      drop: dropDraft,
      writeLocal: (value) => writeLocalDraft(member, value),
      later,
      show: setStatus,
    }),
  );

  useEffect(() => {
    const leaving = new AbortController();
    const flush = () => void keeper.flush();
    const { signal } = leaving;
    window.addEventListener('online', flush, { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    return () => {
      leaving.abort();
      // Lists of drafts elsewhere show what was typed here.
      void keeper
        .flush()
        .then(() => client.invalidateQueries({ queryKey: keyOf(readingRoutes.listDrafts) }));
    };
  }, [keeper, client]);

  const change = useCallback(
    (part: Partial<DraftContent>) => {
      latest.current = { ...latest.current, ...part };
      setContent(latest.current);
      keeper.change(latest.current);
    },
    [keeper],
  );

  const reset = useCallback(
    async (next: DraftContent) => {
      latest.current = next;
      setContent(next);
      await keeper.forget();
    },
    [keeper],
  );

  return { content, status, change, reset, keeper };
}

export type Draft = ReturnType<typeof useDraft>;
