import type { BodyOf, DraftContent, threadRoutes } from '@counterpart/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import {
  draftHere,
  draftPlace,
  emptyDraft,
  findStored,
  useDraftKeeper,
} from '../../../lib/drafts/index.ts';
import { useMyId } from '../api.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { type Quote, useQuote } from './use-quote.ts';

type Sent = Pick<BodyOf<typeof threadRoutes.createPost>, 'body' | 'quote'>;

function contentOf(body: string, quote: Quote | null): DraftContent | null {
  if (body.trim() === '' && quote === null) return null;
  return {
    ...emptyDraft,
    body,
    quotePostId: quote?.postId ?? null,
    quoteText: quote?.text ?? null,
  };
}

function quoteIn(content: DraftContent | null | undefined): Quote | null {
  if (!content || content.quotePostId === null) return null;
  return { postId: content.quotePostId, text: content.quoteText };
}

/** The text at the end of a thread and what it quotes, kept as a draft. */
export function useAnswer(store: ThreadStore) {
  const member = useMyId() ?? 0;
  const place = draftPlace(store.id);
  const [begin] = useState(() => draftHere(member, place));
  const { keeper, status, clash } = useDraftKeeper({ member, place, begin });
  const [body, setBody] = useState(begin?.content?.body ?? '');
  const { quote, choose } = useQuote(store, quoteIn(begin?.content));

  function showDraft(content: DraftContent | null): void {
    setBody(content?.body ?? '');
    choose(quoteIn(content));
  }

  const show = useEffectEvent(showDraft);

  useEffect(() => {
    let isHere = true;
    findStored(place)
      .then(({ stored, isGiven }) => {
        if (!isHere || !stored) return;
        if (isGiven) return keeper.foundGiven(stored);
        const content = keeper.found(stored);
        if (content) show(content);
      })
      // Without a line there is what this device has.
      .catch(() => undefined)
      .finally(keeper.ready);
    return () => {
      isHere = false;
    };
  }, [keeper, place]);

  function set(text: string, quoted: Quote | null): void {
    setBody(text);
    if (quoted !== quote) choose(quoted);
    keeper.change(contentOf(text, quoted));
  }

  return {
    body,
    quote,
    status,
    clash,
    keeper,
    change: (text: string) => set(text, quote),
    choose: (quoted: Quote | null) => set(body, quoted),
    empty: () => showDraft(null),

    /** Puts back what was written here, with what it quotes, behind what is typed by now. */
    restore(sent: Sent): void {
      const now = keeper.content();
      const typed = now?.body.trim() ? `${now.body}\n\n` : '';
      const before = sent.quote && { postId: sent.quote.postId, text: sent.quote.text ?? null };
      set(typed + sent.body, quoteIn(now) ?? before ?? null);
    },

    /** Two drafts for one place: this one, or the other. */
    keepMine: keeper.keepMine,
    takeOther: () => showDraft(keeper.takeOther()),
  };
}

export type Answer = ReturnType<typeof useAnswer>;
