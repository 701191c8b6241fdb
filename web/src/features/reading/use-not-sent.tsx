import type { DraftView } from '@counterpart/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useReducer, useRef } from 'react';
import { draftsHere, isGiven } from '../../lib/drafts/index.ts';
import { useUnsent } from '../../lib/outbox/index.ts';
import { typed } from '../../lib/typed.ts';
import { draftsQuery } from './api.ts';
import { DraftItem } from './DraftItem.tsx';
import { HereItem } from './HereItem.tsx';
import { UnsentItem } from './UnsentItem.tsx';

/** Drafts that the server has, without those whose text is shown elsewhere. */
function useDrafts(isShown: (draft: DraftView) => boolean): DraftView[] {
  const client = useQueryClient();
  const drafts = useQuery(draftsQuery).data?.items ?? [];
  const unsent = useUnsent();
  const before = useRef(unsent.length);
  useEffect(() => {
    // What is sent takes its draft with it.
    if (unsent.length < before.current)
      void client.invalidateQueries({ queryKey: draftsQuery.queryKey });
    before.current = unsent.length;
  }, [client, unsent.length]);
  return drafts.filter((draft) => !isGiven(draft, unsent) && !isShown(draft));
}

/**
 * Everything this member has written that nobody else can read yet: posts in the outbox, what is on this
 * device only, and at most so many drafts of the server's. Null for nothing.
 */
export function useNotSent(member: number, most = Number.POSITIVE_INFINITY): ReactNode {
  const unsent = useUnsent();
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  const here = draftsHere(member);
  const drafts = useDrafts(({ place }) => here.some((one) => one.place === place));
  if (unsent.length + here.length + drafts.length === 0) return null;

  function discard(place: string): void {
    typed().drop(member, place);
    lookAgain();
  }

  return (
    <ul>
      {unsent.map((entry) => (
        <UnsentItem key={entry.clientKey} entry={entry} />
      ))}
      {here.map((draft) => (
        <HereItem key={draft.place} draft={draft} onDiscard={() => discard(draft.place)} />
      ))}
      {drafts.slice(0, most).map((draft) => (
        <DraftItem key={draft.place} draft={draft} />
      ))}
    </ul>
  );
}
