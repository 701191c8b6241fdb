import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

it('shows a thread to a member and to its socket', async () => {
  const reader = await t.make.aMember();
  const thread = await t.make.aThread({ answers: [{}, {}] });
  const client = await t.as(reader);
  const page = await client.call(routes.getThread, { params: { id: thread.id } });
  expect(page.posts.map(({ id }) => id)).toEqual(thread.posts.map(({ id }) => id));
  const socket = await t.connect(reader);
  expect(await socket.follow([`thread:${thread.id}`])).toEqual({
    ok: [`thread:${thread.id}`],
    refused: [],
    missed: 0,
  });
});
