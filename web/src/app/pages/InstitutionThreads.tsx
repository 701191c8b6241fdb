import { useText } from '@counterpart/locale/react';
import { ThreadList } from '../../features/thread-list/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** What the members of one city or organisation have started. */
export function InstitutionThreads({ institution }: { institution: number }) {
  const t = useText('institutions');
  return <ThreadList query={{ institution }} empty={<EmptyState>{t('startedNone')}</EmptyState>} />;
}
