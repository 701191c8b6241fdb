import { institutionRoutes } from '@counterpart/contract';
import type { House } from '../../platform/house.ts';
import type { Serve } from '../../platform/serve.ts';
import { getInstitution, getMember } from './queries.ts';

export function serveInstitutions(serve: Serve, house: House): void {
  serve(institutionRoutes.getInstitution, ({ params }) => getInstitution(house, params.id));
  serve(institutionRoutes.getMember, async ({ params }) => ({
    member: await getMember(house, params.id),
  }));
}
