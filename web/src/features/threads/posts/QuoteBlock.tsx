import type { PostQuote } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addresses } from '../../../lib/addresses.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './Post.module.css';
import { usePostActions } from './post-context.ts';

const bdi = (chunks: ReactNode) => <bdi>{chunks}</bdi>;

/** What a post answers to, with the way back to it. */
export function QuoteBlock({ quote, threadId }: { quote: PostQuote; threadId: number }) {
  const t = useText('threads.post');
  const ui = useText('ui');
  const format = useFormat();
  const { goTo } = usePostActions();
  if (quote.gone) return <p className={styles.quoteGone}>{t('quoteGone')}</p>;
  const seq = format.number(quote.seq);
  const name = quote.author?.member.name ?? ui('formerMember');
  return (
    <blockquote className={styles.quote}>
      <p lang={quote.language} dir="auto" className={styles.passage}>
        {quote.excerpt}
      </p>
      <Link
        to={addresses.post(quote.threadId, quote.postId)}
        className={styles.quoted}
        onClick={(event) => {
          // In the same thread nobody need leave the page, and what is being written on it.
          if (quote.threadId !== threadId || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          goTo(quote.seq);
        }}
      >
        {t.rich('quoted', { name, seq, bdi })} <VisuallyHidden>{t('goToQuoted')}</VisuallyHidden>
      </Link>
    </blockquote>
  );
}
