import type { threadRoutes } from '@counterpart/contract';
import { type BodyOf, type DraftContent, type PostView, postRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { call, clientKey } from '../../../lib/api.ts';
import { outbox } from '../../../lib/outbox/index.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { withCreated } from '../state/thread-state.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import { useDraft } from './use-draft.ts';

export interface ChosenQuote {
  post: PostView;
  /** A passage of it; the whole post when absent. */
  text?: string;
}

const emptyDraft: DraftContent = {
  spaceId: null,
  kind: null,
  title: '',
  body: '',
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
};

type NewPost = BodyOf<typeof threadRoutes.createPost>;

function newPost(body: string, quote: ChosenQuote | null): NewPost {
  const text = quote?.text === undefined ? {} : { text: quote.text };
  return {
    body,
    ...(quote && { quote: { postId: quote.post.id, ...text } }),
    clientKey: clientKey(),
  };
}

/** What is being written at the end of a thread, kept as a draft and sent through the outbox. */
export function useComposer(store: ThreadStore, onSent: (post: PostView) => void) {
  const t = useText('threads.composer');
  const say = useProblemText();
  const announce = useAnnounce();
  const [body, setBody] = useState('');
  const [quote, setQuote] = useState<ChosenQuote | null>(null);
  const [error, setError] = useState<string>();

  async function restoreQuote(id: number): Promise<void> {
    const known = store.find(id);
    const post = known ?? (await call(postRoutes.getPost, { params: { id } })).post;
    if (post.state === 'published') setQuote((chosen) => chosen ?? { post });
  }

  const { status, keeper } = useDraft(`thread-${store.id}`, (content) => {
    // Whoever has begun to type means what they type.
    setBody((typed) => typed || content.body);
    if (content.quotePostId !== null) void restoreQuote(content.quotePostId);
  });

  function note(text: string, quoted: ChosenQuote | null): void {
    const quotePostId = quoted?.post.id ?? null;
    const isNothing = text.trim() === '' && quotePostId === null;
    keeper.change(isNothing ? null : { ...emptyDraft, body: text, quotePostId });
  }

  function change(text: string): void {
    setBody(text);
    setError(undefined);
    note(text, quote);
  }

  function choose(quoted: ChosenQuote | null): void {
    setQuote(quoted);
    note(body, quoted);
  }

  /** Puts back what could not be sent. */
  function restore(text: string): void {
    change(body.trim() === '' ? text : `${body}\n\n${text}`);
  }

  async function send(): Promise<void> {
    if (body.trim() === '') return setError(t('empty'));
    const post = newPost(body, quote);
    setBody('');
    setQuote(null);
    setError(undefined);
    void keeper.clear();
    try {
      const outcome = await outbox.send('createPost', { params: { id: store.id }, body: post });
      if (outcome.state === 'waiting') announce(t('willWait'));
      if (outcome.state === 'failed') announce(say.sentence(outcome.error));
      if (outcome.state !== 'sent') return;
      const { reply } = outcome;
      store.change((state) => withCreated(state, reply.post, true));
      announce(t('sent'));
      onSent(reply.post);
    } catch (problem) {
      restore(post.body);
      setError(say.sentence(problem));
    }
  }

  return { body, change, quote, choose, error, send, restore, status, flush: keeper.flush };
}

export type ComposerState = ReturnType<typeof useComposer>;
