import type { RouteName } from '@counterpart/contract';
import type { World } from '../world.ts';
import type { RouteCase } from './case.ts';

function admission(world: World) {
  return { params: { id: world.restricted.id, memberId: world.people.applicant.id } };
}

export const placeCases = {
  getInstitution: {
    as: 'reader',
    input: ({ people }) => ({ params: { id: people.author.institutionId } }),
    missing: 'not-found',
  },
  getMember: {
    as: 'reader',
    input: ({ people }) => ({ params: { id: people.author.id } }),
    refused: {
      as: 'reader',
      input: async ({ t }) => ({ params: { id: (await t.make.aMember({ state: 'erased' })).id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listSpaces: { as: 'reader' },
  listThemes: { as: 'reader' },
  joinSpace: {
    as: 'reader',
    input: ({ space }) => ({ params: { id: space.id } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  leaveSpace: {
    as: 'joined',
    input: ({ space }) => ({ params: { id: space.id } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listSpaceMembers: {
    as: 'reader',
    input: ({ space }) => ({ params: { id: space.id }, query: { limit: 2 } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  admitToSpace: {
    as: 'facilitator',
    input: admission,
    refused: { as: 'reader', input: admission, code: 'not-allowed' },
    missing: 'not-found',
  },
  removeFromSpace: {
    as: 'facilitator',
    input: admission,
    refused: { as: 'reader', input: admission, code: 'not-allowed' },
    missing: 'not-found',
  },
} satisfies Partial<Record<RouteName, RouteCase>>;
