import type { RouteName } from '@counterpart/contract';
import type { RouteCase } from './case.ts';

export const searchCases = {
  search: {
    as: 'reader',
    input: () => ({ query: { q: 'market' } }),
    refused: {
      as: 'reader',
      input: () => ({ query: { q: 'market', after: 'yesterday' } }),
      code: 'invalid-request',
    },
  },
  listSimilar: {
    as: 'reader',
    input: () => ({ query: { text: 'Who has lit a market?' } }),
    refused: { as: 'reader', input: () => ({ query: {} }), code: 'invalid-request' },
  },
} satisfies Partial<Record<RouteName, RouteCase>>;
