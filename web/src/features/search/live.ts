// What was found follows the log: docs/events.md
import { type EventType, searchRoutes } from '@counterpart/contract';
import { keyOf } from '../../lib/api.ts';
import { askAgain, onEvent, onResync } from '../../lib/live/index.ts';

const found = keyOf(searchRoutes.search);

const changesWhatIsFound: EventType[] = [
  'thread.created',
  'thread.changed',
  'post.edited',
  'post.deleted',
  'synthesis.changed',
  'access.changed',
];
for (const type of changesWhatIsFound) {
  onEvent(type, ({ seq }, client) => askAgain(client, found, seq));
}
onResync('space', ({ seq }, client) => askAgain(client, found, seq));
