// Spaces, their counts and their members follow the log: docs/events.md
import { type EventType, spaceRoutes } from '@counterpart/contract';
import { keyOf } from '../../lib/api.ts';
import { askAgain, onEvent, onResync } from '../../lib/live/index.ts';

const spaces = keyOf(spaceRoutes.listSpaces);
const members = keyOf(spaceRoutes.listSpaceMembers);

const changesCounts: EventType[] = [
  'thread.created',
  'thread.changed',
  'space.changed',
  'read.moved',
  'reading.changed',
  'access.changed',
];
for (const type of changesCounts) onEvent(type, ({ seq }, client) => askAgain(client, spaces, seq));

onEvent('space.changed', ({ seq, subject }, client) =>
  askAgain(client, [...members, subject], seq),
);
onResync('space', ({ seq, id }, client) => {
  askAgain(client, spaces, seq);
  askAgain(client, [...members, id], seq);
});
