import type { RouteName } from '@counterpart/contract';
import type { Role } from '../stage.ts';
import {
  type Case,
  canary,
  nothingTold,
  ofPost,
  ofThread,
  type Scene,
  type Told,
} from './scene.ts';

const ownReading = (s: Scene, role: Role, subject = s.thread.id): Told => [
  `member:${s.cast[role].id}`,
  'reading.changed',
  subject,
  1,
];
const kept = (s: Scene) => ({ ...ofPost(s), body: { note: canary } });
const draft = {
  spaceId: null,
  kind: null,
  title: canary,
  body: canary,
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
  quoteText: null,
  seen: null,
};
export const readingTold = {
  setRead: [
    {
      by: 'joined',
      ask: (s) => ({ ...ofThread(s), body: { seq: 9 } }),
      tells: (s) => [[`member:${s.cast.joined.id}`, 'read.moved', s.thread.id, 2]],
    },
  ],
  setFollow: [
    {
      by: 'joined',
      ask: (s) => ({ ...ofThread(s), body: { level: 'muted' } }),
      tells: (s) => [ownReading(s, 'joined')],
      again: 'the same',
    },
  ],
  keepBookmark: [
    { by: 'joined', ask: kept, tells: (s) => [ownReading(s, 'joined')], again: 'the same' },
  ],
  removeBookmark: [
    {
      by: 'joined',
      after: (s) => [['joined', 'keepBookmark', kept(s)]],
      ask: ofPost,
      tells: (s) => [ownReading(s, 'joined')],
    },
  ],
  keepDraft: [
    {
      by: 'joined',
      ask: (s) => ({ params: { place: `thread-${s.thread.id}` }, body: draft }),
      tells: nothingTold,
    },
  ],
  dropDraft: [
    {
      by: 'joined',
      ask: () => ({ params: { place: 'new' }, query: { seen: '2026-01-01T00:00:00.000Z' } }),
      tells: nothingTold,
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;
