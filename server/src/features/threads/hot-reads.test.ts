import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** Who is signed in is remembered, but not when the machine was too busy to follow the log. */
function asked(): string[] {
  return t.statements().filter((text) => !text.includes('from session'));
}

async function aReaderAndAThread() {
  const space = await t.make.aSpace();
  const themes = [await t.make.aTheme()];
  const thread = await t.make.aThread({
    space,
    themes,
    answers: Array.from({ length: 40 }, () => ({})),
  });
  for (let n = 0; n < 5; n += 1) await t.make.aThread({ space, answers: [{}] });
  const client = await t.as(await t.make.aMember());
  return { space, thread, client };
}

it('reads a thread page with one statement when its posts are in memory', async () => {
  const { thread, client } = await aReaderAndAThread();
  const other = await t.as(await t.make.aMember());
  await other.call(routes.getSession, {});
  await client.call(routes.getThread, { params: { id: thread.id }, query: { from: 11 } });
  t.statements();
  const page = await other.call(routes.getThread, {
    params: { id: thread.id },
    query: { from: 11 },
  });
  expect(page.posts).toHaveLength(20);
  expect(asked()).toHaveLength(1);
});

it('reads a thread page that nobody has read with three', async () => {
  const { thread, client } = await aReaderAndAThread();
  await client.call(routes.listThemes, {});
  t.statements();
  await client.call(routes.getThread, { params: { id: thread.id }, query: {} });
  expect(asked()).toHaveLength(3);
});

it('asks again for the one post that has changed, and for nothing else', async () => {
  const { thread, client } = await aReaderAndAThread();
  const window = { params: { id: thread.id }, query: { from: 2 } };
  await client.call(routes.getThread, window);
  const id = thread.posts[3]?.id ?? 0;
  await client.call(routes.react, { params: { id, kind: 'useful' } });
  t.statements();
  const page = await client.call(routes.getThread, window);
  expect(page.posts.find((post) => post.id === id)?.reactions.useful).toBe(1);
  expect(asked()).toHaveLength(2);
  await client.call(routes.getThread, window);
  expect(asked()).toHaveLength(1);
});

it('reads a list of threads with one statement, and one more for what nobody has read', async () => {
  const { space, client } = await aReaderAndAThread();
  await client.call(routes.listThemes, {});
  t.statements();
  const { items } = await client.call(routes.listThreads, { query: { space: space.id } });
  expect(items).toHaveLength(6);
  expect(asked()).toHaveLength(2);
  await client.call(routes.listThreads, { query: { space: space.id, sort: 'created' } });
  expect(asked()).toHaveLength(1);
  await client.call(routes.listThreads, { query: { filter: 'unread', sort: 'created' } });
  expect(asked()).toHaveLength(1);
});

it('does not ask again who is signed in on each request', async () => {
  const { client } = await aReaderAndAThread();
  await client.call(routes.listThemes, {});
  t.statements();
  await client.call(routes.listThemes, {});
  expect(t.statements()).toHaveLength(1);
});
