import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../app.ts';
import { within } from '../../platform/live/testing/client.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { Client } from '../client.ts';
import { openLine } from './lines.ts';
import { headOf, logAfter, signedIn } from './stage.ts';

let t: TestApp;
let other: App;

beforeAll(async () => {
  t = await startTestApp();
  other = await createApp({ config: t.app.house.config, databaseUrl: t.ownerUrl });
});
afterAll(async () => {
  await other.close();
  await t.close();
});

const there = (token: string) => new Client(other, `counterpart=${token}`);

it('posts through either arrive at the sockets of both, in order, once', async () => {
  const writers = await Promise.all(Array.from({ length: 6 }, () => t.make.aMember()));
  const thread = await t.make.aThread();
  const scope = `thread:${thread.id}`;
  const tokens = await Promise.all(writers.map((writer) => t.make.aSession(writer)));
  const lines = [
    await openLine(t.app, await t.make.aSession(await t.make.aMember())),
    await openLine(other, await t.make.aSession(await t.make.aMember())),
  ];
  for (const { client } of lines) {
    await client.ready;
    await client.follow([scope]);
  }
  const before = await headOf(t);
  const writing = tokens.map(async (token, at) => {
    const client = at % 2 === 0 ? t.holding(token) : there(token);
    for (let said = 0; said < 10; said += 1) {
      const body = { body: `${at}, ${said}`, clientKey: crypto.randomUUID() };
      await client.call(routes.createPost, { params: { id: thread.id }, body });
    }
  });
  await Promise.all(writing);
  const log = (await logAfter(t, before)).filter((event) => event.scope === scope);
  expect(log).toHaveLength(60);
  const expected = log.map(({ seq }) => seq);
  for (const { client } of lines) {
    await client.until('The last post', () =>
      client.received.some(({ seq }) => seq === expected.at(-1)),
    );
    expect(client.in(scope)).toEqual(expected);
    const numbers = client.received.map(({ data }) => data?.seq);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 2));
    client.close();
  }
});

it('a sign-out at one closes sockets at the other, and is refused there within a second', async () => {
  const member = await t.make.aMember();
  const { token } = await signedIn(t, member);
  const { client } = await openLine(other, token);
  await client.ready;
  // From now on the other process remembers who this is.
  await there(token).call(routes.getSession, {});
  const began = performance.now();
  await t.holding(token).call(routes.signOut, {});
  expect(await within('The end', client.closed)).toBe('io server disconnect');
  expect(await there(token).refused(routes.getSession)).toMatchObject({ code: 'signed-out' });
  expect(performance.now() - began).toBeLessThan(1_000);
});

it('so does the end of a sign-in that its member chooses from another device', async () => {
  const member = await t.make.aMember();
  const lost = await signedIn(t, member);
  const { token } = await signedIn(t, member);
  const { client } = await openLine(other, lost.token);
  const mine = await openLine(other, token);
  await Promise.all([client.ready, mine.client.ready]);
  await there(lost.token).call(routes.getSession, {});
  const began = performance.now();
  await t.holding(token).call(routes.endSession, { params: { id: lost.sessionId } });
  await within('The end', client.closed);
  expect(await there(lost.token).refused(routes.getSession)).toMatchObject({ code: 'signed-out' });
  expect(performance.now() - began).toBeLessThan(1_000);
  await there(token).call(routes.getSession, {});
  expect(mine.client.socket.connected).toBe(true);
  mine.client.close();
});
