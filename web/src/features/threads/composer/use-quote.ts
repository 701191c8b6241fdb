import { type PostView, postRoutes } from '@counterpart/contract';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { isProblem } from '../../../lib/problem.ts';
import type { ThreadStore } from '../state/thread-store.ts';

/** A post as it is chosen to be quoted. */
export interface ChosenQuote {
  post: PostView;
  /** A passage of it; the whole post when absent. */
  text?: string;
}

/** The same as it is kept and sent: the post itself is only known once it is loaded. */
export interface Quote {
  postId: number;
  text: string | null;
  post?: PostView | undefined;
}

export function quoteOf(chosen: ChosenQuote | null): Quote | null {
  return chosen && { postId: chosen.post.id, text: chosen.text ?? null, post: chosen.post };
}

/** The post of a quotation, wherever it is; undefined when it can no longer be shown. */
async function loadQuoted(postId: number): Promise<PostView | undefined> {
  try {
    const { post } = await call(postRoutes.getPost, { params: { id: postId } });
    return post.state === 'published' ? post : undefined;
  } catch (problem) {
    if (isProblem(problem, 'not-found')) return undefined;
    throw problem;
  }
}

/** What is quoted at the place to write; `first` stands there when the page opens. */
export function useQuote(store: ThreadStore, first: Quote | null) {
  const known = (quote: Quote | null) =>
    quote && { ...quote, post: quote.post ?? store.find(quote.postId) };
  const [quote, setQuote] = useState(() => known(first));
  const missing = quote && !quote.post ? quote.postId : null;

  useEffect(() => {
    if (missing === null) return;
    const withPost = (now: Quote, post: PostView | undefined) => (post ? { ...now, post } : null);
    loadQuoted(missing)
      .then((post) => setQuote((now) => (now?.postId === missing ? withPost(now, post) : now)))
      // Without a line it is still quoted; only its author is not named.
      .catch(() => undefined);
  }, [missing]);

  return { quote, choose: (next: Quote | null) => setQuote(known(next)) };
}
