import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { asOfOf } from '../../lib/live/index.ts';
import { useAllSpacesLive } from '../../lib/space-scopes.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { threadPages } from './api.ts';
import { ThreadFilters } from './ThreadFilters.tsx';
import { NoThreads, ThreadList } from './ThreadList.tsx';
import { threadViewFrom } from './thread-view.ts';

/** All threads this member may read, over all spaces. */
export function ThreadsPage() {
  const t = useText('reading.threads');
  const nav = useText('app.nav');
  const view = threadViewFrom(useSearch({ strict: false }));
  useAllSpacesLive(asOfOf(useInfiniteQuery(threadPages(view)).data));
  const ask = <LinkButton to="/ask">{nav('ask')}</LinkButton>;
  return (
    <Page title={t('title')}>
      <ThreadFilters view={view} />
      <ThreadList query={view} empty={<NoThreads view={view} action={ask} />} />
    </Page>
  );
}
