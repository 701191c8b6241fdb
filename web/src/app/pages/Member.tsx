import { useParams } from '@tanstack/react-router';
import { useMe } from '../../features/accounts/index.ts';
import { MemberPage } from '../../features/institutions/MemberPage.tsx';
import { InstitutionThreads } from './InstitutionThreads.tsx';

export function Member() {
  const id = useParams({ from: '/members/members/$id', select: (params) => Number(params.id) });
  return <MemberPage id={id} isSelf={useMe().id === id} Threads={InstitutionThreads} />;
}
