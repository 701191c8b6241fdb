import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function openAfterReading(readSeq: number | undefined, posts: number, limit = 20) {
  const reader = await t.make.aMember();
  const thread = await t.make.aThread({ answers: Array.from({ length: posts - 1 }, () => ({})) });
  const client = await t.as(reader);
  const params = { id: thread.id };
  if (readSeq !== undefined) await client.call(routes.setRead, { params, body: { seq: readSeq } });
  const page = await client.call(routes.getThread, { params, query: { limit } });
  return { first: page.posts[0]?.seq, last: page.posts.at(-1)?.seq, next: page.next };
}

it('opens at the beginning for someone new', async () => {
  expect(await openAfterReading(undefined, 30)).toEqual({ first: 1, last: 20, next: 21 });
});

it('opens two posts above the first unread', async () => {
  expect(await openAfterReading(9, 60)).toEqual({ first: 8, last: 27, next: 28 });
});

it('fills the window when little is unread', async () => {
  expect(await openAfterReading(28, 30)).toEqual({ first: 11, last: 30, next: null });
});

it('opens at the end when all is read', async () => {
  expect(await openAfterReading(30, 30)).toEqual({ first: 11, last: 30, next: null });
});

it('shows a short thread as a whole', async () => {
  expect(await openAfterReading(7, 8)).toEqual({ first: 1, last: 8, next: null });
});

it('passes over posts that were taken back since', async () => {
  const reader = await t.as(await t.make.aMember());
  const author = await t.make.aMember();
  const answers = Array.from({ length: 40 }, (_, n) => (n >= 5 && n < 33 ? { author } : {}));
  const thread = await t.make.aThread({ answers });
  await reader.call(routes.setRead, { params: { id: thread.id }, body: { seq: 6 } });
  const asAuthor = await t.as(author);
  for (const { id } of thread.posts.slice(6, 34)) {
    await asAuthor.call(routes.deletePost, { params: { id } });
  }
  const query = { limit: 5 };
  const page = await reader.call(routes.getThread, { params: { id: thread.id }, query });
  expect(page.mine.firstUnread).toBe(35);
  expect(page.posts.map(({ seq }) => seq)).toEqual([33, 34, 35, 36, 37]);
});

it('opens at the end when only posts that were taken back follow', async () => {
  const reader = await t.as(await t.make.aMember());
  const author = await t.make.aMember();
  const thread = await t.make.aThread({ answers: Array.from({ length: 29 }, () => ({ author })) });
  await reader.call(routes.setRead, { params: { id: thread.id }, body: { seq: 10 } });
  const asAuthor = await t.as(author);
  for (const { id } of thread.posts.slice(10)) {
    await asAuthor.call(routes.deletePost, { params: { id } });
  }
  const query = { limit: 5 };
  const page = await reader.call(routes.getThread, { params: { id: thread.id }, query });
  expect(page.mine.unread).toBe(0);
  expect(page.posts.map(({ seq }) => seq)).toEqual([26, 27, 28, 29, 30]);
});
