import type { RouteName } from '@counterpart/contract';
import type { Role } from '../stage.ts';
import {
  type Case,
  canary,
  changedHere,
  key,
  membership,
  ofThread,
  quoteChanged,
  type Scene,
  type Told,
  threadChanged,
} from './scene.ts';

const starting = (access: 'open' | 'restricted') => (s: Scene) => ({
  body: {
    spaceId: s.rooms[access].id,
    kind: 'question',
    title: canary,
    body: canary,
    language: 'en',
    themes: [],
    sharing: access === 'open' ? 'network' : 'space',
    clientKey: key(),
  },
});

const accessOfThread = (s: Scene): Told => [
  `thread:${s.thread.id}`,
  'access.changed',
  s.thread.id,
  1,
];
const toggled = (by: Role): Omit<Case, 'after'> => ({ by, ask: ofThread, tells: changedHere });
const undone = (before: RouteName): Case => ({
  by: 'facilitator',
  after: (s) => [['facilitator', before, ofThread(s)]],
  ask: ofThread,
  tells: (s) => threadChanged(s, s.rooms.open.id, 2),
});

const firstSynthesis = (s: Scene) => ({
  ...ofThread(s),
  body: { body: `${canary} #1`, language: 'en', revision: 0 },
});
export const threadTold = {
  createThread: [
    {
      what: 'by a member of the space',
      by: 'author',
      ask: starting('restricted'),
      tells: (s, { thread }) => [
        [`joined:${s.rooms.restricted.id}`, 'thread.created', thread?.id ?? 0, 1],
      ],
    },
    {
      what: 'in an open space, which its author joins with it',
      by: 'outsider',
      ask: starting('open'),
      tells: (s, { thread }) => [
        ...membership(s.rooms.open.id, s.cast.outsider.id),
        [`space:${s.rooms.open.id}`, 'thread.created', thread?.id ?? 0, 1],
      ],
    },
  ],
  createPost: [
    {
      by: 'outsider',
      ask: (s) => ({ ...ofThread(s), body: { body: canary, clientKey: key() } }),
      tells: (s, { post }) => [
        [`thread:${s.thread.id}`, 'post.created', post?.id ?? 0, 1],
        [`space:${s.rooms.open.id}`, 'thread.changed', s.thread.id, s.version + 1],
      ],
    },
  ],
  editThread: [
    {
      what: 'its title',
      by: 'author',
      ask: (s) => ({ ...ofThread(s), body: { title: canary, revision: 1 } }),
      tells: changedHere,
    },
    {
      what: 'to a stricter label',
      by: 'author',
      ask: (s) => ({ ...ofThread(s), body: { sharing: 'space', revision: 1 } }),
      tells: (s) => [...changedHere(s), quoteChanged(s), accessOfThread(s)],
    },
  ],
  pinThread: [toggled('facilitator')],
  unpinThread: [undone('pinThread')],
  lockThread: [toggled('moderator')],
  unlockThread: [undone('lockThread')],
  moveThread: [
    {
      by: 'facilitator',
      ask: (s) => ({ ...ofThread(s), body: { spaceId: s.elsewhere.restricted.id } }),
      tells: (s) => [
        ...changedHere(s),
        [`joined:${s.elsewhere.restricted.id}`, 'thread.changed', s.thread.id, s.version + 1],
        quoteChanged(s),
        accessOfThread(s),
      ],
    },
  ],
  writeSynthesis: [
    {
      by: 'author',
      ask: firstSynthesis,
      tells: (s) => [
        ...changedHere(s),
        [`thread:${s.thread.id}`, 'synthesis.changed', s.thread.id, s.version + 1],
      ],
    },
  ],
  removeSynthesis: [
    {
      by: 'author',
      after: (s) => [['author', 'writeSynthesis', firstSynthesis(s)]],
      ask: ofThread,
      tells: (s) => [
        ...threadChanged(s, s.rooms.open.id, 2),
        [`thread:${s.thread.id}`, 'synthesis.changed', s.thread.id, s.version + 2],
      ],
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;
