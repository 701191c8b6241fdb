import { useText } from '@counterpart/locale/react';
import { useParams } from '@tanstack/react-router';
import { CityPage } from '../../features/institutions/CityPage.tsx';
import { ThreadList } from '../../features/thread-list/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function City() {
  const id = useParams({ from: '/members/cities/$id', select: (params) => Number(params.id) });
  return <CityPage id={id} Threads={Threads} />;
}

function Threads({ institution }: { institution: number }) {
  const t = useText('institutions');
  return <ThreadList query={{ institution }} empty={<EmptyState>{t('startedNone')}</EmptyState>} />;
}
