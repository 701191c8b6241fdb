import {
  limits,
  type QueryOf,
  type SearchType,
  type searchRoutes,
  searchTypes,
  type ThreadKind,
  threadKinds,
} from '@counterpart/contract';

/** What the address says about a search; absent means everything, the best first. */
export interface SearchView {
  q?: string;
  type?: SearchType;
  space?: number;
  kind?: ThreadKind;
  lang?: string;
  theme?: string;
  sort?: 'new';
  /** Without what the glossary adds. */
  expand?: 'no';
}

export type SearchAsk = Omit<QueryOf<typeof searchRoutes.search>, 'cursor' | 'limit'>;

const isTag = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(value);
const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);

/** Reads an address; what is not known is left out rather than refused. */
export function searchViewFrom(search: Record<string, unknown>): SearchView {
  const { q, space, lang, theme } = search;
  // A number in an address is read as one; it may still be what somebody looks for.
  const typed = typeof q === 'number' ? String(q) : q;
  const type = searchTypes.find((known) => known === search['type']);
  const kind = threadKinds.find((known) => known === search['kind']);
  return {
    ...(typeof typed === 'string' && typed !== ''
      ? { q: typed.slice(0, limits.search.typed) }
      : {}),
    ...(type && type !== 'all' ? { type } : {}),
    ...(Number.isSafeInteger(space) && Number(space) > 0 ? { space: Number(space) } : {}),
    ...(kind ? { kind } : {}),
    ...(isTag(lang) ? { lang } : {}),
    ...(isSlug(theme) ? { theme } : {}),
    ...(search['sort'] === 'new' ? { sort: 'new' } : {}),
    ...(search['expand'] === 'no' ? { expand: 'no' } : {}),
  };
}

type Change = { [Key in keyof SearchView]: SearchView[Key] | undefined };

/** The same with something changed; `undefined` takes a part out of the address. */
export function changedView(view: SearchView, change: Change): SearchView {
  return searchViewFrom({ ...view, ...change });
}

/** Whether it is narrowed by more than words and by what is shown. */
export function isFiltered({ space, kind, lang, theme }: SearchView): boolean {
  return [space, kind, lang, theme].some((part) => part !== undefined);
}

/** Whether there is anything to look for. */
export function isAsked(view: SearchView): boolean {
  return view.q?.trim() !== undefined && view.q.trim() !== '' ? true : isFiltered(view);
}
