import { institutionRoutes } from '@counterpart/contract';
import { queryFor } from '../../lib/api.ts';

export const institutionQuery = (id: number) =>
  queryFor(institutionRoutes.getInstitution, { params: { id } });

export const memberQuery = (id: number) =>
  queryFor(institutionRoutes.getMember, { params: { id } });
