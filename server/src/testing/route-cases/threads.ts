import type { RouteName } from '@counterpart/contract';
import { hiddenOf, ofStaff, type RouteCase, threadOf, unreadable } from './case.ts';

const text = { body: 'We tried this.', language: 'en' };

function question(spaceId: number) {
  const words = { title: 'Who has done this?', body: 'We have not.', language: 'en' };
  const rest = { kind: 'question', themes: [], sharing: 'network' };
  return { body: { spaceId, ...words, ...rest, clientKey: crypto.randomUUID() } };
}

export const threadCases = {
  listThreads: { as: 'reader', input: ({ space }) => ({ query: { space: space.id, limit: 2 } }) },
  createThread: {
    as: 'reader',
    input: ({ space }) => question(space.id),
    refused: {
      as: 'reader',
      input: ({ restricted }) => question(restricted.id),
      code: 'not-allowed',
    },
  },
  getThread: { as: 'reader', input: threadOf, refused: unreadable, missing: 'not-found' },
  listPosts: { as: 'reader', input: threadOf, refused: unreadable, missing: 'not-found' },
  createPost: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), body: { ...text, clientKey: crypto.randomUUID() } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), body: { ...text, clientKey: crypto.randomUUID() } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  editThread: {
    as: 'author',
    input: (world) => ({ ...threadOf(world), body: { title: 'Better asked', revision: 1 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...threadOf(world), body: { title: 'Mine now', revision: 1 } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  pinThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  unpinThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  lockThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  unlockThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  moveThread: {
    as: 'moderator',
    input: (world) => ({ ...threadOf(world), body: { spaceId: world.restricted.id } }),
    refused: {
      as: 'author',
      input: (world) => ({ ...threadOf(world), body: { spaceId: world.restricted.id } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  writeSynthesis: {
    as: 'author',
    input: (world) => ({ ...threadOf(world), body: { ...text, body: 'See #2.', revision: 0 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...threadOf(world), body: { ...text, revision: 0 } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  removeSynthesis: { as: 'author', input: threadOf, refused: ofStaff, missing: 'not-found' },
  listMentionable: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), query: { q: 'Member' } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), query: { q: 'Member' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listMentionableInSpace: {
    as: 'reader',
    input: ({ space }) => ({ params: { id: space.id }, query: { q: '', sharing: 'space' } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id }, query: { q: '', sharing: 'space' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
} satisfies Partial<Record<RouteName, RouteCase>>;
