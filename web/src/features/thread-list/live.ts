// Lists of threads follow the log: docs/events.md
import { threadRoutes } from '@counterpart/contract';
import { keyOf } from '../../lib/api.ts';
import { askAgain, type EventHandler, onEvent, onResync } from '../../lib/live/index.ts';

const lists = keyOf(threadRoutes.listThreads);

const askForLists: EventHandler = ({ seq }, client) => askAgain(client, lists, seq);

onEvent('thread.created', askForLists);
onEvent('thread.changed', askForLists);
onEvent('read.moved', askForLists);
onEvent('reading.changed', askForLists);
onEvent('access.changed', askForLists);
onResync('space', ({ seq }, client) => askAgain(client, lists, seq));
