import type { ReplyOf, searchRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isolate as bdi } from '../../ui/fill.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Added } from './Added.tsx';
import { searchPages } from './api.ts';
import { Filters, hasFilters } from './Filters.tsx';
import { Item } from './Item.tsx';
import styles from './Search.module.css';
import { isFiltered, type SearchView } from './search-view.ts';
import { Voices } from './Voices.tsx';

type Reply = ReplyOf<typeof searchRoutes.search>;

/** How much was found, in a sentence. */
function useTotal(view: SearchView, first: Reply | undefined): string {
  const t = useText('search.total');
  if (!first) return '';
  const { total: count, atLeast } = first;
  const { type = 'thread' } = view;
  if (type === 'post' || type === 'institution' || type === 'member') return t(type, { count });
  return t(atLeast ? 'atLeast' : 'thread', { count });
}

/** Arrows lead from one result to the next, as they do in a list of suggestions. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + step];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** What was found, with what can be narrowed and what is to be said about the question. */
export function Results({ view }: { view: SearchView }) {
  const t = useText('search');
  const ui = useText('ui');
  const say = useProblemText();
  const announce = useAnnounce();
  const found = useInfiniteQuery(searchPages(view));
  const [first] = found.data?.pages ?? [];
  const total = useTotal(view, found.isPlaceholderData ? undefined : first);
  useEffect(() => {
    if (total !== '') announce(total);
  }, [total, announce]);

  if (found.isPending) return <Skeleton lines={6} />;
  if (!found.data || !first) {
    const again = <Button onClick={() => void found.refetch()}>{ui('retry')}</Button>;
    return <Notice tone="danger" title={say.sentence(found.error)} action={again} />;
  }
  const items = found.data.pages.flatMap((page) => page.items);

  async function more(): Promise<void> {
    const { data } = await found.fetchNextPage();
    announce(t('loaded', { count: data?.pages.at(-1)?.items.length ?? 0 }));
  }

  return (
    <div aria-busy={found.isPlaceholderData} className={styles.results}>
      {hasFilters(view.type) && <Filters view={view} facets={first.facets} />}
      <Added view={view} added={first.added} />
      <Hints hints={first.hints} />
      {total !== '' && <p className={styles.total}>{total}</p>}
      {view.type === undefined && <Voices who={first.who} q={view.q ?? ''} />}
      {items.length === 0 ? (
        <NothingFound view={view} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the links in it have the focus
        <ul className={styles.list} onKeyDown={moveByArrow}>
          {items.map((item) => (
            <Item key={`${item.type} ${item.id}`} item={item} />
          ))}
        </ul>
      )}
      {found.isFetchNextPageError && (
        <Notice tone="danger" title={say.sentence(found.error)} alert />
      )}
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void more()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Hints({ hints }: Pick<Reply, 'hints'>) {
  const t = useText('search.hint');
  if (hints.length === 0) return null;
  return (
    <ul className={styles.hints}>
      {hints.map(({ kind, text }) => (
        <li key={`${kind} ${text}`}>{t.rich(kind, { text, bdi })}</li>
      ))}
    </ul>
  );
}

function NothingFound({ view }: { view: SearchView }) {
  const t = useText('search.empty');
  const { q } = view;
  const action = (
    <div className={styles.next}>
      <LinkButton to="/ask">{t('ask')}</LinkButton>
      {isFiltered(view) && q && (
        <Link to="." search={{ q }} resetScroll={false}>
          {t('unfiltered')}
        </Link>
      )}
    </div>
  );
  return (
    <EmptyState action={action}>
      <strong>{t('title')}</strong> {t('advice')}
    </EmptyState>
  );
}

const toThreads = (words: ReactNode) => <Link to="/threads">{words}</Link>;
const toSpaces = (words: ReactNode) => <Link to="/spaces">{words}</Link>;

/** Before anything is looked for: how it can be done, and where else one can go. */
export function Ways() {
  const t = useText('search.help');
  const search = useText('search');
  const ways = [
    [t('phrase'), t('phraseMeans')],
    [t('not'), t('notMeans')],
    [t('either'), t('eitherMeans')],
    [t('title2'), t('titleMeans')],
    [t('author'), t('authorMeans')],
    [t('city'), t('cityMeans')],
    [t('date'), t('dateMeans')],
    [t('is'), t('isMeans')],
    [t('has'), t('hasMeans')],
  ] as const;
  return (
    <section aria-labelledby="ways" className={styles.ways}>
      <h2 id="ways">{t('title')}</h2>
      <p>{t('words')}</p>
      <dl>
        {ways.map(([typed, means]) => (
          <div key={typed}>
            <dt>
              <bdi>{typed}</bdi>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.key}>{search('key')}</p>
      <p>{search.rich('browse', { threads: toThreads, spaces: toSpaces })}</p>
    </section>
  );
}
