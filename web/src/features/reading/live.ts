// Home and what is saved follow the log: docs/events.md
import { type EventType, readingRoutes } from '@counterpart/contract';
import { keyOf } from '../../lib/api.ts';
import { askAgain, onEvent, onResync } from '../../lib/live/index.ts';

const home = keyOf(readingRoutes.getHome);

const changesHome: EventType[] = [
  'thread.created',
  'thread.changed',
  'read.moved',
  'reading.changed',
  'access.changed',
];
for (const type of changesHome) onEvent(type, ({ seq }, client) => askAgain(client, home, seq));
onResync('space', ({ seq }, client) => askAgain(client, home, seq));
