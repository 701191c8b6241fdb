import { searchRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { queryFor } from '../../lib/api.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { Marked } from './Marked.tsx';
import styles from './Search.module.css';

/** A sentence is still being thought of for so long. */
const quietMs = 600;
/** Fewer letters tell nothing. */
const shortest = 8;
/** The beginning of a text says what it is about. */
const longest = 250;

function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), quietMs);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}

/** Whether somebody has asked this before: threads about the same as what is being typed. */
export function Similar({ text }: { text: string }) {
  const t = useText('search.similar');
  const localized = useLocalized();
  const asked = useQuiet(text.trim().slice(0, longest));
  const found = useQuery({
    ...queryFor(searchRoutes.listSimilar, { query: { text: asked } }),
    enabled: asked.length >= shortest,
    placeholderData: keepPreviousData,
    // What cannot be asked for now is not missed.
    retry: false,
  });
  const items = asked.length >= shortest ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="similar" className={styles.similar}>
      <h2 id="similar">{t('title')}</h2>
      <p>{t('text')}</p>
      <ul>
        {items.map(({ id, titleParts, thread }) => (
          <li key={id}>
            <Link to={addresses.thread(id)}>
              <bdi lang={thread.language}>
                <Marked parts={titleParts} />
              </bdi>
            </Link>{' '}
            <span className={styles.from}>
              {thread.author.member.institution && (
                <bdi>{localized(thread.author.member.institution.names)}</bdi>
              )}{' '}
              {t('posts', { count: thread.posts })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
