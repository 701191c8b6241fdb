import { type RouteName, routes } from '@counterpart/contract';
import type { TestPost, TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveClient, within } from '../../platform/live/testing/client.ts';
import { startTestApp, type TestApp } from '../app.ts';
import type { Client } from '../client.ts';
import { inputs } from '../matrix/inputs.ts';
import { type Line, openLine } from './lines.ts';
import { type Hall, type Loss, losses } from './losses.ts';
import {
  aCast,
  headOf,
  type Place,
  type Role,
  roles,
  signedIn,
  someRooms,
  threadAt,
} from './stage.ts';

let t: TestApp;
let hours = 0;
beforeAll(async () => {
  t = await startTestApp({ clock: { now: () => new Date(Date.now() + hours * 3_600_000) } });
});
afterAll(() => t.close());

interface Open extends Hall {
  token: string;
  post: TestPost;
  space: TestSpace;
  /** An open thread in which the first one is quoted, where that is allowed. */
  quoting: number;
}

const known = () => `known${crypto.randomUUID().slice(0, 8)}`;
const secret = () => `secret${crypto.randomUUID().slice(0, 8)}`;
const write = (client: Client, id: number, body: string, quote?: { postId: number }) =>
  client.call(routes.createPost, {
    params: { id },
    body: { body, clientKey: crypto.randomUUID(), ...(quote && { quote }) },
  });

async function open(place: Place, role: Role, before?: Loss['before']): Promise<Open> {
  const cast = await aCast(t);
  const [rooms, elsewhere] = [await someRooms(t, cast), await someRooms(t, cast)];
  const thread = await threadAt(t, { cast, rooms }, place);
  const other = await threadAt(t, { cast, rooms }, 'network');
  const [post] = thread.posts;
  if (post === undefined) throw new Error('The thread is empty.');
  const loser = cast[role];
  const hall = { t, cast, rooms, elsewhere, thread, loser };
  const as = (one: Role) => t.as(cast[one]);
  const rest = { as, later: (more: number) => void (hours += more) };
  const none = { loserClient: t.anyone, sessionId: 0 };
  await before?.({ ...hall, ...rest, ...none });
  const { token, sessionId } = await signedIn(t, loser);
  const loserClient = t.holding(token);
  if (place === 'network')
    await write(await as('author'), other.id, 'See there', { postId: post.id });
  const space = Object.values(rooms).find(({ id }) => id === thread.spaceId) ?? rooms.open;
  return { ...hall, ...rest, token, sessionId, loserClient, post, space, quoting: other.id };
}

const scopesOf = ({ thread, rooms, elsewhere, quoting }: Open) => [
  `thread:${thread.id}`,
  `thread:${quoting}`,
  ...[...Object.values(rooms), ...Object.values(elsewhere)].flatMap(({ id }) => [
    `space:${id}`,
    `joined:${id}`,
  ]),
];

/** What members do in a thread, with a word that stands in all of it. */
async function sayEverywhere(hall: Open, word: string): Promise<void> {
  const { thread, post, as } = hall;
  const params = { id: thread.id };
  const author = await as('author');
  await write(await as('facilitator'), thread.id, word);
  await author.call(routes.editPost, {
    params: { id: post.id },
    body: { body: word, revision: 1 },
  });
  const { revision } = (await author.call(routes.getThread, { params })).thread;
  await author.call(routes.editThread, { params, body: { title: word, revision } });
  const synthesis = { body: word, language: 'en', revision: 0 };
  await author.call(routes.writeSynthesis, { params, body: synthesis });
}

/** Everything this member can read by asking, also what they kept and typed in the thread. */
async function readEverything(hall: Open): Promise<string> {
  const { loserClient: client, space, elsewhere, thread, post, quoting, loser } = hall;
  const scene = { client, space, elsewhere: elsewhere.open, thread, post, stranger: loser };
  const names = (Object.keys(routes) as RouteName[]).filter(
    (name) => routes[name].method === 'GET',
  );
  const texts: string[] = [];
  for (const name of names) {
    texts.push((await client.ask(routes[name], await inputs[name](scene, t))).text);
  }
  texts.push((await client.ask(routes.getThread, { params: { id: quoting } })).text);
  texts.push((await client.send({ method: 'GET', url: `/threads/${thread.id}` })).text);
  texts.push((await client.send({ method: 'GET', url: '/' })).text);
  return texts.join('\n');
}

async function leaveTraces({ loserClient, thread, post }: Open): Promise<void> {
  const params = { id: thread.id };
  await loserClient.call(routes.setFollow, { params, body: { level: 'all' } });
  await loserClient.call(routes.setRead, { params, body: { seq: 1 } });
  await loserClient.call(routes.keepBookmark, { params: { id: post.id }, body: {} });
}

/** Whoever keeps the right: shows that what the other must not hear was told at all. */
async function aKeeper(hall: Open): Promise<Line> {
  const keeper = await openLine(t.app, await t.make.aSession(hall.cast.facilitator));
  await keeper.client.ready;
  await keeper.client.follow(scopesOf(hall));
  return keeper;
}

const hears = ({ client, frames }: Line, word: string) =>
  client.until(word, () => frames.some((frame) => frame.includes(word)));

/** Comes back, or tries to, and asks for everything since the beginning. */
async function comeAgain(hall: Open, { isSignInOver }: Loss, frames: string[]): Promise<void> {
  const line = await openLine(t.app, hall.token);
  if (isSignInOver) {
    await within('The refusal', line.client.refused);
  } else {
    await line.client.ready;
    const { ok } = await line.client.follow(scopesOf(hall), 0);
    expect(ok).not.toContain(`thread:${hall.thread.id}`);
    await line.client.arrived();
  }
  frames.push(...line.frames);
  line.client.close();
}

function isToldLoss({ received }: LiveClient, threadId: number): boolean {
  const scope = `thread:${threadId}`;
  return received.some((event) => event.scope === scope && event.type === 'access.changed');
}

async function tryLoss(loss: Loss, isAway: boolean): Promise<void> {
  const hall = await open(loss.place, loss.loser, loss.before);
  const { thread, loserClient } = hall;
  const keeper = await aKeeper(hall);
  const { client, frames } = await openLine(t.app, hall.token);
  await client.ready;
  await client.follow(scopesOf(hall));
  const before = known();
  await write(await hall.as('author'), thread.id, before);
  await hears({ client, frames }, before);
  expect(await readEverything(hall)).toContain(before);
  await leaveTraces(hall);
  if (isAway) client.close();

  const writer = await hall.as('author');
  const [after, muchLater] = [secret(), secret()];
  const began = performance.now();
  await loss.change(hall);
  const changedAt = await headOf(t);
  await write(writer, thread.id, after);
  await t.settle();
  const refusal = await loserClient.refused(routes.getThread, { params: { id: thread.id } });
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(refusal.code).toBe(loss.isSignInOver ? 'signed-out' : 'not-found');
  await sayEverywhere(hall, muchLater);
  await t.settle();
  await hears(keeper, muchLater);

  if (!isAway) {
    if (loss.isSignInOver) await within('The end', client.closed);
    else await client.until('The loss', () => isToldLoss(client, thread.id));
    const late = client.received.filter(({ seq }) => seq > changedAt);
    expect(late.filter(({ scope }) => scope === `thread:${thread.id}`)).toEqual([]);
  }
  await comeAgain(hall, loss, frames);
  const all = [...frames, await readEverything(hall)].join('\n');
  for (const word of [after, muchLater]) expect(all).not.toContain(word);
  client.close();
  keeper.client.close();
}

describe('a thread is', () => {
  it.each(losses.map((loss) => ({ ...loss, title: `${loss.what} (${loss.place})` })))(
    '$title, with a socket open',
    (loss) => tryLoss(loss, false),
    15_000,
  );

  it.each(losses.map((loss) => ({ ...loss, title: `${loss.what} (${loss.place})` })))(
    '$title, while away',
    (loss) => tryLoss(loss, true),
    15_000,
  );
});

it('a role that ends by its time ends on the sockets at that moment, without a run of the tasks', async () => {
  const { thread, token, loser, loserClient } = await open('restricted', 'moderator');
  const { client } = await openLine(t.app, token);
  await client.ready;
  const { ok } = await client.follow([`thread:${thread.id}`]);
  expect(ok).toHaveLength(1);
  const { db } = t.app.house;
  const until = new Date(db.clock.now().getTime() + 700);
  await t.sql`update role_grant set until_at = ${until} where member_id = ${loser.id}`;
  await db.transaction({ memberId: null }, (tx) => {
    tx.emit({ scope: `member:${loser.id}`, type: 'access.changed', subject: loser.id, version: 1 });
    return Promise.resolve();
  });
  await client.until('The loss', () => isToldLoss(client, thread.id));
  const late = db.clock.now().getTime() - until.getTime();
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(1_000);
  await loserClient.refused(routes.getThread, { params: { id: thread.id } });
  client.close();
});

/** Who never hears of what is said there. */
const shut: Record<Place, Role[]> = {
  network: [],
  label: ['outsider'],
  restricted: ['outsider'],
  private: ['outsider', 'moderator', 'admin'],
};

it.each(Object.entries(shut) as [Place, Role[]][])(
  'what is said in a thread that is %s reaches those who may read it, and no one else',
  async (place, outside) => {
    for (const role of roles) {
      const hall = await open(place, role);
      const keeper = await aKeeper(hall);
      const line = await openLine(t.app, hall.token);
      await line.client.ready;
      const { ok } = await line.client.follow(scopesOf(hall), 0);
      expect(ok.includes(`thread:${hall.thread.id}`)).toBe(!outside.includes(role));
      const word = secret();
      await sayEverywhere(hall, word);
      await t.settle();
      await hears(keeper, word);
      await line.client.arrived();
      const found = [
        line.frames.join('\n').includes(word),
        (await readEverything(hall)).includes(word),
      ];
      expect(found, role).toEqual(outside.includes(role) ? [false, false] : [true, true]);
      line.client.close();
      keeper.client.close();
    }
  },
  15_000,
);
