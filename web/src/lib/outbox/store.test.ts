import { expect, it } from 'vitest';
import { createBrowser, offline, send, statesIn } from './outbox.testing.ts';
import { createMemoryStore, type OutboxStore, withSpare } from './store.ts';

it('uses a second store where the first cannot keep', async () => {
  const memory = createMemoryStore();
  const full: OutboxStore = { ...memory, put: () => Promise.reject(new Error('full')) };
  const browser = createBrowser();
  browser.store = withSpare(full, createMemoryStore());
  const outbox = await browser.openPage();
  browser.server.say(offline);
  await send(outbox, 'a');
  expect(statesIn(outbox)).toEqual([['a', 'queued']]);
  await outbox.wake();
  expect([browser.server.keys(), statesIn(outbox)]).toEqual([['a'], []]);
});

it('goes on in the second store when the first has no more room', async () => {
  const memory = createMemoryStore();
  const full: OutboxStore = {
    ...memory,
    change: (key, to) =>
      memory.change(key, (stored) => {
        if (to(stored)) throw new Error('full');
        return undefined;
      }),
  };
  const browser = createBrowser();
  browser.store = withSpare(full, createMemoryStore());
  const outbox = await browser.openPage();
  browser.server.say(offline);
  await send(outbox, 'a');
  expect([await memory.all(7), statesIn(outbox)]).toEqual([[], [['a', 'queued']]]);
  await outbox.wake();
  expect([browser.server.keys(), statesIn(outbox)]).toEqual([['a'], []]);
});
