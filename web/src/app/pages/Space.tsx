import type { SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useParams, useSearch } from '@tanstack/react-router';
import { SpacePage } from '../../features/spaces/SpacePage.tsx';
import {
  NoThreads,
  ThreadFilters,
  ThreadList,
  threadViewFrom,
} from '../../features/thread-list/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function Space() {
  const slug = useParams({ from: '/members/spaces/$slug', select: (params) => params.slug });
  return <SpacePage slug={slug} Threads={Threads} />;
}

function Threads({ space, isReader }: { space: SpaceView; isReader: boolean }) {
  const t = useText('spaces');
  const view = threadViewFrom(useSearch({ strict: false }));
  const empty = isReader ? <NoThreads view={view} /> : <EmptyState>{t('notAdmitted')}</EmptyState>;
  return (
    <>
      {isReader && <ThreadFilters view={view} />}
      <ThreadList query={{ ...view, space: space.id }} withSpace={false} empty={empty} />
    </>
  );
}
