import type { BodyOf, PostView, threadRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { clientKey } from '../../../lib/api.ts';
import { outbox } from '../../../lib/outbox/index.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { withCreated } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { type Answer, useAnswer } from './use-answer.ts';
import { type ChosenQuote, quoteOf } from './use-quote.ts';
import { useSentElsewhere } from './use-sent-elsewhere.ts';

type NewPost = BodyOf<typeof threadRoutes.createPost>;

function newPost({ body, quote, keeper }: Answer): NewPost {
  const draft = keeper.draft();
  return {
    body,
    ...(quote && {
      quote: { postId: quote.postId, ...(quote.text !== null && { text: quote.text }) },
    }),
    ...(draft !== undefined && { draft }),
    clientKey: clientKey(),
  };
}

/** What is being written at the end of a thread, kept as a draft and sent through the outbox. */
export function useComposer(store: ThreadStore, onSent: (post: PostView) => void) {
  const t = useText('threads.composer');
  const say = useProblemText();
  const announce = useAnnounce();
  const answer = useAnswer(store);
  const { body, quote, status, clash, keeper } = answer;
  const [error, setError] = useState<string>();
  useSentElsewhere(store, answer);

  function change(text: string): void {
    setError(undefined);
    answer.change(text);
  }

  async function send(): Promise<void> {
    if (body.trim() === '') return setError(t('empty'));
    const post = newPost(answer);
    answer.empty();
    setError(undefined);
    keeper.give();
    try {
      const input = { params: { id: store.id }, body: post };
      const outcome = await outbox.send('createPost', input, keeper.given);
      if (outcome.state === 'waiting') announce(t('willWait'));
      if (outcome.state === 'failed') announce(say.sentence(outcome.error));
      if (outcome.state !== 'sent') return;
      const { reply } = outcome;
      void keeper.stored();
      store.change((state) => withCreated(state, reply.post, true));
      announce(t('sent'));
      onSent(reply.post);
    } catch (problem) {
      answer.restore(post);
      setError(say.sentence(problem));
    }
  }

  return {
    body,
    change,
    quote,
    choose: (chosen: ChosenQuote | null) => answer.choose(quoteOf(chosen)),
    error,
    send,
    restore: answer.restore,
    status,
    clash,
    keepMine: answer.keepMine,
    takeOther: answer.takeOther,
    flush: keeper.flush,
  };
}

export type ComposerState = ReturnType<typeof useComposer>;
