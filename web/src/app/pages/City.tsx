import { useParams } from '@tanstack/react-router';
import { CityPage } from '../../features/institutions/CityPage.tsx';
import { InstitutionThreads } from './InstitutionThreads.tsx';

export function City() {
  const id = useParams({ from: '/members/cities/$id', select: (params) => Number(params.id) });
  return <CityPage id={id} Threads={InstitutionThreads} />;
}
