import type { DraftContent } from '@counterpart/contract';
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
  const [opened] = useState(found);

  useEffect(() => {
    if (opened?.stored && opened.isGiven) keeper.foundGiven(opened.stored);
    else if (opened?.stored) keeper.found(opened.stored);
    keeper.ready();
  }, [keeper, opened]);

  const show = useCallback((next: DraftContent) => {
    latest.current = next;
    setContent(next);
  }, []);

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
