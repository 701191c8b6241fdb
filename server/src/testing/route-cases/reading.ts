import type { RouteName } from '@counterpart/contract';
import { hiddenOf, type RouteCase, threadOf } from './case.ts';

const draft = {
  spaceId: null,
  kind: 'question',
  title: '',
  body: 'Half a tho',
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
  quoteText: 'half a thing',
  seen: null,
};

export const readingCases = {
  getHome: { as: 'reader' },
  setRead: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), body: { seq: 1 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), body: { seq: 1 } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  setFollow: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), body: { level: 'mentions' } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), body: { level: 'all' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listBookmarks: { as: 'reader', input: () => ({ query: { limit: 5 } }) },
  listDrafts: { as: 'reader' },
  listKeepable: {
    as: 'reader',
    input: ({ thread, hidden }) => ({ query: { ids: `${thread.id},${hidden.id}` } }),
    refused: {
      as: 'reader',
      input: () => ({ query: { ids: '1,two' } }),
      code: 'invalid-request',
    },
  },
  keepDraft: {
    as: 'reader',
    input: ({ thread }) => ({ params: { place: `thread-${thread.id}` }, body: draft }),
    refused: {
      as: 'reader',
      input: ({ hidden }) => ({ params: { place: `thread-${hidden.id}` }, body: draft }),
      code: 'not-found',
    },
  },
  dropDraft: {
    as: 'reader',
    input: () => ({ params: { place: 'new' }, query: { seen: '2026-01-01T00:00:00.000Z' } }),
  },
} satisfies Partial<Record<RouteName, RouteCase>>;
