import {
  type QueryOf,
  type ThreadFilter,
  type ThreadKind,
  threadFilters,
  threadKinds,
  type threadRoutes,
} from '@counterpart/contract';

/** What the address says about a list of threads; absent means everything, latest activity first. */
export interface ThreadView {
  filter?: ThreadFilter;
  kind?: ThreadKind;
  theme?: string;
  sort?: 'created';
}

export type ThreadQuery = Omit<QueryOf<typeof threadRoutes.listThreads>, 'cursor' | 'limit'>;

/** Reads an address; what is not known is left out rather than refused. */
export function threadViewFrom(search: Record<string, unknown>): ThreadView {
  const filter = threadFilters.find((known) => known === search['filter']);
  const kind = threadKinds.find((known) => known === search['kind']);
  const theme = search['theme'];
  return {
    ...(filter ? { filter } : {}),
    ...(kind ? { kind } : {}),
    ...(typeof theme === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(theme) ? { theme } : {}),
    ...(search['sort'] === 'created' ? { sort: 'created' } : {}),
  };
}

type Change = { [Key in keyof ThreadView]: ThreadView[Key] | undefined };

/** The same view with something changed; `undefined` takes a part out of the address. */
export function changedView(view: ThreadView, change: Change): ThreadView {
  return threadViewFrom({ ...view, ...change });
}
