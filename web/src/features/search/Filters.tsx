import { type SearchFacets, type SearchType, searchTypes } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useLocalized } from '../../lib/page-locale.ts';
import { ShortSelect } from '../../ui/ShortSelect.tsx';
import { themesQuery } from './api.ts';
import styles from './Search.module.css';
import { changedView, type SearchView } from './search-view.ts';

/** What is shown of what was found; all of it is in the address. */
export function Types({ view }: { view: SearchView }) {
  const t = useText('search');
  return (
    <nav aria-label={t('types')}>
      <ul className={styles.types}>
        {searchTypes.map((type) => (
          <li key={type}>
            <Link
              to="."
              search={changedView(view, { type })}
              resetScroll={false}
              activeOptions={{ exact: true }}
              className={styles.type}
            >
              {t(`type.${type}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Option = readonly [value: string, words: string];

/** What texts can be narrowed by, with how many threads each would leave. */
export function Filters({ view, facets }: { view: SearchView; facets: SearchFacets | null }) {
  const t = useText('search');
  const threads = useText('threads');
  const format = useFormat();
  const localized = useLocalized();
  const navigate = useNavigate();
  const themes = useQuery(themesQuery).data?.items ?? [];
  const { spaces = [], kinds = [], languages = [] } = facets ?? {};

  function change(part: Partial<Record<keyof SearchView, unknown>>): void {
    const search = changedView(view, part as SearchView);
    void navigate({ to: '.', search, resetScroll: false });
  }
  const withCount = (name: string, count: number) => t('withCount', { name, count });
  /** What is chosen stays among the options, also when nothing is left of it. */
  function options(any: string, found: Option[], chosen: Option | undefined): Option[] {
    const isMissing = chosen && !found.some(([value]) => value === chosen[0]);
    return [['', any], ...found, ...(isMissing ? [chosen] : [])];
  }

  const spaceOptions = spaces.map(
    ({ value, count }): Option => [String(value.id), withCount(localized(value.names), count)],
  );
  const themeOptions = (facets?.themes ?? []).flatMap(({ value, count }): Option[] => {
    const theme = themes.find(({ slug }) => slug === value);
    return theme ? [[value, withCount(localized(theme.names), count)]] : [];
  });
  const chosenTheme = themes.find(({ slug }) => slug === view.theme);
  return (
    <div role="group" aria-label={t('filters')} className={styles.filters}>
      <ShortSelect
        label={t('space')}
        value={view.space === undefined ? '' : String(view.space)}
        onChange={(space) => change({ space: space === '' ? undefined : Number(space) })}
        options={options(
          t('anySpace'),
          spaceOptions,
          view.space === undefined ? undefined : [String(view.space), t('space')],
        )}
      />
      <ShortSelect
        label={t('kind')}
        value={view.kind ?? ''}
        onChange={(kind) => change({ kind })}
        options={options(
          t('anyKind'),
          kinds.map(({ value, count }) => [value, withCount(threads(`kind.${value}`), count)]),
          view.kind && [view.kind, threads(`kind.${view.kind}`)],
        )}
      />
      <ShortSelect
        label={t('language')}
        value={view.lang ?? ''}
        onChange={(lang) => change({ lang })}
        options={options(
          t('anyLanguage'),
          languages.map(({ value, count }) => [value, withCount(format.language(value), count)]),
          view.lang === undefined ? undefined : [view.lang, format.language(view.lang)],
        )}
      />
      <ShortSelect
        label={t('theme')}
        value={view.theme ?? ''}
        onChange={(theme) => change({ theme })}
        options={options(
          t('anyTheme'),
          themeOptions,
          chosenTheme && [chosenTheme.slug, localized(chosenTheme.names)],
        )}
      />
      <ShortSelect
        label={t('sort')}
        value={view.sort ?? 'relevance'}
        onChange={(sort) => change({ sort })}
        options={(['relevance', 'new'] as const).map((sort) => [sort, t(`by.${sort}`)])}
      />
    </div>
  );
}

/** Names have no space, kind, language or theme. */
export function hasFilters(type: SearchType | undefined): boolean {
  return type !== 'institution' && type !== 'member';
}
