import { eventTypes, type Route, type RouteName, routes } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { type Answer, addressOf, type Client, type LooseInput } from '../client.ts';
import { aCast, type Cast, headOf, type Logged, logAfter } from './stage.ts';
import { told } from './told/index.ts';
import { aScene, type Case, canary, type Scene } from './told/scene.ts';

let t: TestApp;
let cast: Cast;
const seen: Logged[] = [];

beforeAll(async () => {
  t = await startTestApp();
  cast = await aCast(t);
});
afterAll(() => t.close());

async function clientOf(by: Case['by'], { applicant, token }: Scene): Promise<Client> {
  if (by === 'anyone') return t.anyone;
  if (by === 'leaving') return t.holding(token);
  return t.as(by === 'applicant' ? applicant : cast[by]);
}

const brief = ({ scope, type, subject, version }: Logged) => [scope, type, subject, version];

/** What one request tells, whatever it is answered. */
async function toldBy(client: Client, route: Route, input: LooseInput) {
  const before = await headOf(t);
  const answer = await client.ask(route, input);
  const events = await logAfter(t, before);
  seen.push(...events);
  return { answer, events };
}

function replyIn({ text }: Answer): Parameters<Case['tells']>[1] {
  return text === '' ? {} : (JSON.parse(text) as Parameters<Case['tells']>[1]);
}

async function expectAgain(one: Case, request: () => ReturnType<typeof toldBy>, first: unknown[]) {
  const { answer, events } = await request();
  if (one.again === 'refused') expect(answer.status).toBeGreaterThanOrEqual(400);
  else if (one.by !== 'leaving') expect(answer.status).toBeLessThan(300);
  expect(events.map(brief)).toEqual(one.again === 'the same' ? first : []);
}

async function tryCase(name: RouteName, one: Case): Promise<void> {
  const scene = await aScene(t, cast);
  for (const [role, before, input] of one.after?.(scene) ?? []) {
    const { status } = await (await t.as(cast[role])).ask(routes[before], input);
    expect(status, before).toBeLessThan(300);
  }
  const client = await clientOf(one.by, scene);
  const input = await one.ask(scene);
  const { answer, events } = await toldBy(client, routes[name], input);
  if (name !== 'becomeCastMember') expect(answer.status, answer.text).toBeLessThan(300);
  const expected = one.tells(scene, replyIn(answer));
  expect(events.map(brief)).toEqual(expected);
  const body = input.body as { clientKey?: string } | undefined;
  for (const { mutation, origin } of events) {
    expect([mutation, origin]).toEqual([body?.clientKey ?? null, 'live']);
  }
  await expectAgain(one, () => toldBy(client, routes[name], input), expected);
}

const cases = Object.entries(told).flatMap(([name, rows]) =>
  rows.map((one) => ({ name: name as RouteName, one, title: [name, one.what].join(' ').trim() })),
);

describe('tells exactly this, and nothing when asked again', () => {
  it.each(cases)('$title', ({ name, one }) => tryCase(name, one));
});

it('has a row for every write of the contract', () => {
  const writes = Object.entries<Route>(routes).filter(([, { method }]) => method !== 'GET');
  expect(Object.keys(told).toSorted()).toEqual(writes.map(([name]) => name).toSorted());
});

it('reads tell nothing', async () => {
  const scene = await aScene(t, cast);
  const ids = [scene.thread.id, scene.post.id, scene.rooms.open.id, cast.author.id];
  const client = await t.as(cast.joined);
  const reads = Object.values<Route>(routes).filter(({ method }) => method === 'GET');
  const before = await headOf(t);
  for (const route of reads)
    for (const id of ids)
      await client.send({ method: 'GET', url: addressOf(route, { params: { id } }) });
  expect(await logAfter(t, before)).toEqual([]);
});

it('tells of each type of the contract somewhere', () => {
  const types = new Set(seen.map(({ type }) => type));
  expect([...types].toSorted()).toEqual([...eventTypes].toSorted());
});

it('keeps texts, names and addresses out of the log', async () => {
  const people = await t.sql<{ name: string; email: string }[]>`
    select name, email from member_person`;
  const log = JSON.stringify(await t.sql`select * from event`);
  for (const word of [canary, ...people.flatMap(({ name, email }) => [name, email])]) {
    expect(log).not.toContain(word);
  }
  const [row] = await t.sql`select * from event limit 1`;
  expect(Object.keys(row ?? {}).toSorted()).toEqual(
    ['seq', 'origin', 'scope', 'type', 'subject', 'version', 'actor', 'mutation', 'at'].toSorted(),
  );
});

it('the clock tells whose role has ended, and nothing else', async () => {
  const { facilitator } = cast;
  const { rooms } = await aScene(t, cast);
  await t.sql`update role_grant set until_at = now()
              where member_id = ${facilitator.id} and space_id = ${rooms.open.id}`;
  const before = await headOf(t);
  await t.app.tasks.runAll();
  const events = await logAfter(t, before);
  // A full minute may pass by just now; being told twice is harmless.
  expect(events.length).toBeGreaterThan(0);
  for (const event of events) {
    const { id } = facilitator;
    expect(brief(event)).toEqual([`member:${id}`, 'access.changed', id, 1]);
  }
});
