import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { asOfOf } from '../../lib/live/index.ts';
import { useAllSpacesLive } from '../../lib/space-scopes.ts';
import { Page } from '../../ui/Page.tsx';
import { searchPages } from './api.ts';
import { Types } from './Filters.tsx';
import { Results, Ways } from './Results.tsx';
import { SearchField } from './SearchField.tsx';
import { isAsked, searchViewFrom } from './search-view.ts';

/** What this member may read, looked through. */
export function SearchPage() {
  const t = useText('search');
  const view = searchViewFrom(useSearch({ strict: false }));
  useAllSpacesLive(asOfOf(useInfiniteQuery(searchPages(view)).data));
  return (
    <Page title={t('title')} hasFocus>
      <SearchField view={view} />
      <Types view={view} />
      {isAsked(view) ? <Results view={view} /> : <Ways />}
    </Page>
  );
}
