import type { DraftContent } from '@counterpart/contract';
import { QueryObserver, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  emptyDraft,
  type Found,
  type HereDraft,
  isBlank,
  joined,
  newThreadPlace,
  useDraftKeeper,
} from '../../lib/drafts/index.ts';
import { draftQuery } from './api.ts';

/** What stands in the form at first. */
export interface Start {
  content: DraftContent;
  /** What is on no server yet: typed here before, or just now at home. */
  begin?: HereDraft | undefined;
  /** What the server has. */
  found?: Found | undefined;
}

/** What is typed into the Ask page, kept while it is typed. */
export function useDraft(member: number, { content: first, begin, found }: Start) {
  const [content, setContent] = useState(first);
  /** Two changes in a row must not undo each other. */
  const latest = useRef(first);
  const { keeper, status, clash } = useDraftKeeper({ member, place: newThreadPlace, begin });
  const client = useQueryClient();
  const [opened] = useState(found);
  const show = useCallback((next: DraftContent) => {
    latest.current = next;
    setContent(next);
  }, []);

  useEffect(() => {
    /** Gives what is to be shown, where nothing has been typed. */
    function meet({ stored, isGiven }: Found): DraftContent | null {
      if (stored && isGiven) keeper.foundGiven(stored);
      return stored && !isGiven ? keeper.found(stored) : null;
    }

    if (opened) meet(opened);
    keeper.ready();
    if (opened) return;
    // There was no line at first: what the server has comes later.
    const late = new QueryObserver(client, { ...draftQuery, enabled: false });
    const stop = late.subscribe(({ data }) => {
      if (!data) return;
      stop();
      const text = meet(data);
      if (text) show(text);
    });
    return stop;
  }, [keeper, opened, client, show]);

  const change = useCallback(
    (part: Partial<DraftContent>) => {
      show({ ...latest.current, ...part });
      keeper.change(isBlank(latest.current) ? null : latest.current);
    },
    [keeper, show],
  );

  return {
    content,
    status,
    clash,
    change,
    keeper,
    /** What was sent comes back, below what is typed by now. */
    add(sent: DraftContent): void {
      const now = latest.current;
      change(isBlank(now) ? sent : joined(now, sent));
    },

    /** It is in the outbox, or sent: the form is free for another one. */
    given(): void {
      show(emptyDraft);
      keeper.give();
      keeper.given();
    },
    /** Another tab or device has sent it. */
    sentElsewhere(): void {
      show(emptyDraft);
      keeper.letGo();
    },
    /** Thrown away. */
    async discard(): Promise<void> {
      show(emptyDraft);
      keeper.change(null);
      await keeper.flush();
    },
    keepMine: keeper.keepMine,
    takeOther: () => show(keeper.takeOther() ?? emptyDraft),
  };
}

export type Draft = ReturnType<typeof useDraft>;
