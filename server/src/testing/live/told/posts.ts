import type { RouteName } from '@counterpart/contract';
import { type Case, canary, changedHere, ofPost, quoteChanged, type Scene } from './scene.ts';

const useful = (s: Scene) => ({ params: { id: s.post.id, kind: 'useful' } });
export const postTold = {
  editPost: [
    {
      what: 'the first, which lists show',
      by: 'author',
      ask: (s) => ({ ...ofPost(s), body: { body: `${canary} 2`, revision: 1 } }),
      tells: (s) => [
        quoteChanged(s),
        ...changedHere(s),
        [`thread:${s.thread.id}`, 'post.edited', s.post.id, 2],
      ],
    },
    {
      what: 'an answer',
      by: 'joined',
      ask: (s) => ({ params: { id: s.answer.id }, body: { body: `${canary} 2`, revision: 1 } }),
      tells: (s) => [[`thread:${s.thread.id}`, 'post.edited', s.answer.id, 2]],
    },
  ],
  deletePost: [
    {
      by: 'author',
      ask: ofPost,
      tells: (s) => [
        quoteChanged(s),
        ...changedHere(s),
        [`thread:${s.thread.id}`, 'post.deleted', s.post.id, 2],
      ],
    },
  ],
  react: [
    {
      by: 'outsider',
      ask: useful,
      tells: (s) => [[`thread:${s.thread.id}`, 'reaction.changed', s.post.id, 2]],
    },
  ],
  unreact: [
    {
      by: 'outsider',
      after: (s) => [['outsider', 'react', useful(s)]],
      ask: useful,
      tells: (s) => [[`thread:${s.thread.id}`, 'reaction.changed', s.post.id, 3]],
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;
