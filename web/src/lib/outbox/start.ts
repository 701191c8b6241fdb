import { call } from '../api.ts';
import { openStore } from './database.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createAlone, openPages } from './pages.ts';
import { type OutboxReply, outboxRoutes } from './routes.ts';
import type { OutboxEntry } from './store.ts';

/** As the member who wrote it, or not at all. */
function post(entry: OutboxEntry): Promise<OutboxReply> {
  const { member } = entry;
  return entry.route === 'createPost'
    ? call(outboxRoutes.createPost, entry.input, { member })
    : call(outboxRoutes.createThread, entry.input, { member });
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** The outbox of this browser, shared with its other pages. */
export async function startOutbox(): Promise<Outbox> {
  const store = await openStore();
  const tellOthers = openPages(() => void outbox.look());
  const outbox = createOutbox({
    store,
    post,
    alone: createAlone(),
    tellOthers,
    later,
    random: Math.random,
    now: Date.now,
  });
  window.addEventListener('online', () => void outbox.wake());
  return outbox;
}
