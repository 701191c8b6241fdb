import type { RouteName } from '@counterpart/contract';
import type { World } from '../world.ts';
import { answerOf, firstOf, type RouteCase, unreadablePost } from './case.ts';

const reaction = (world: World) => ({
  params: { id: world.thread.posts[0]?.id, kind: 'useful' },
});

export const postCases = {
  getPost: { as: 'reader', input: answerOf, refused: unreadablePost, missing: 'not-found' },
  editPost: {
    as: 'author',
    input: (world) => ({ ...firstOf(world), body: { body: 'Said better.', revision: 1 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...firstOf(world), body: { body: 'Said by others.', revision: 1 } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  deletePost: {
    as: 'author',
    input: firstOf,
    refused: { as: 'reader', input: firstOf, code: 'not-allowed' },
    missing: 'not-found',
  },
  listRevisions: { as: 'reader', input: firstOf, refused: unreadablePost, missing: 'not-found' },
  react: {
    as: 'reader',
    input: reaction,
    refused: { as: 'author', input: reaction, code: 'not-allowed' },
    missing: 'not-found',
  },
  unreact: {
    as: 'reader',
    input: reaction,
    refused: {
      as: 'reader',
      input: ({ hidden }) => ({ params: { id: hidden.posts[0]?.id, kind: 'useful' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  keepBookmark: {
    as: 'reader',
    input: (world) => ({ ...firstOf(world), body: { note: 'For the council' } }),
    refused: {
      as: 'reader',
      input: ({ hidden }) => ({ params: { id: hidden.posts[0]?.id }, body: {} }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  removeBookmark: { as: 'reader', input: firstOf, missing: 'nothing' },
} satisfies Partial<Record<RouteName, RouteCase>>;
