import type { RouteName } from '@counterpart/contract';
import { type Case, membership, type Scene } from './scene.ts';

const ofOpen = ({ rooms }: Scene) => ({ params: { id: rooms.open.id } });
const ofApplicant = ({ rooms, applicant }: Scene) => ({
  params: { id: rooms.restricted.id, memberId: applicant.id },
});

export const spaceTold = {
  joinSpace: [
    {
      what: 'an open one',
      by: 'outsider',
      ask: ofOpen,
      tells: (s) => membership(s.rooms.open.id, s.cast.outsider.id),
    },
    {
      what: 'a restricted one, which is a request',
      by: 'outsider',
      ask: (s) => ({ params: { id: s.rooms.restricted.id } }),
      tells: (s) => [[`space:${s.rooms.restricted.id}`, 'space.changed', s.rooms.restricted.id, 1]],
      again: 'the same',
    },
  ],
  leaveSpace: [
    {
      by: 'joined',
      ask: ofOpen,
      tells: (s) => membership(s.rooms.open.id, s.cast.joined.id),
    },
    {
      what: 'which takes a request back',
      by: 'applicant',
      ask: (s) => ({ params: { id: s.rooms.restricted.id } }),
      tells: (s) => membership(s.rooms.restricted.id, s.applicant.id),
    },
  ],
  admitToSpace: [
    {
      by: 'facilitator',
      ask: ofApplicant,
      tells: (s) => membership(s.rooms.restricted.id, s.applicant.id),
    },
  ],
  removeFromSpace: [
    {
      by: 'facilitator',
      ask: (s) => ({ params: { id: s.rooms.private.id, memberId: s.cast.joined.id } }),
      tells: (s) => membership(s.rooms.private.id, s.cast.joined.id),
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;
