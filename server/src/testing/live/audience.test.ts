import type { EventType, LiveEvent } from '@counterpart/contract';
import { type NewEvent, newId, type Scope } from '@counterpart/db';
import type { TestThread } from '@counterpart/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { audiences, type ScopeKind } from './audience.ts';
import { openLine } from './lines.ts';
import {
  aCast,
  type Cast,
  headOf,
  logAfter,
  type Place,
  places,
  type Role,
  roles,
  someRooms,
  threadAt,
} from './stage.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const table = Object.entries(audiences).flatMap(([type, scopes]) =>
  Object.keys(scopes).map((kind) => ({ type: type as EventType, kind: kind as ScopeKind })),
);

function eventsFor(thread: TestThread, cast: Cast): NewEvent[] {
  const scopes: Record<ScopeKind, Scope> = {
    thread: `thread:${thread.id}`,
    space: `space:${thread.spaceId}`,
    joined: `joined:${thread.spaceId}`,
    member: `member:${cast.joined.id}`,
    network: 'network',
    staff: 'staff',
  };
  const [post] = thread.posts;
  return table.map(({ type, kind }) => {
    const subject = type === 'post.created' ? (post?.id ?? 0) : newId();
    return { scope: scopes[kind], type, subject, version: 1 };
  });
}

const line = (event: { scope: string; type: string }, who: readonly string[]) =>
  `${event.scope.split(':')[0]} ${event.type}: ${who.join(' ')}`;

/** For each of the numbered events, who was told. */
function toldTo(
  log: readonly { seq: number; scope: string; type: string }[],
  received: ReadonlyMap<Role, LiveEvent[]>,
): string[] {
  return log.map((event) => {
    const hears = (role: Role) => received.get(role)?.some(({ seq }) => seq === event.seq) === true;
    return line(event, roles.filter(hears));
  });
}

function expected(place: Place): string[] {
  return table.map(({ type, kind }) => {
    const audience = audiences[type][kind]?.[place];
    return line(
      { scope: kind, type },
      roles.filter((role) => audience?.has(role)),
    );
  });
}

it.each(places)('who hears of what, live and told again: %s', async (place) => {
  const cast = await aCast(t);
  const thread = await threadAt(t, { cast, rooms: await someRooms(t, cast) }, place);
  const before = await headOf(t);
  await t.settle();
  const scopes = [
    `thread:${thread.id}`,
    `space:${thread.spaceId}`,
    `joined:${thread.spaceId}`,
    'network',
    'staff',
    ...Object.values(cast).map(({ id }) => `member:${id}`),
  ];
  const connect = async (role: Role, since?: number) => {
    const { client } = await openLine(t.app, await t.make.aSession(cast[role]));
    await client.ready;
    await client.follow(scopes, since);
    return [role, client] as const;
  };
  const live = new Map(await Promise.all(roles.map((role) => connect(role))));
  await t.app.house.db.transaction({ memberId: null }, (tx) => {
    for (const event of eventsFor(thread, cast)) tx.emit(event);
    return Promise.resolve();
  });
  await t.settle();
  const log = await logAfter(t, before);
  const again = new Map(await Promise.all(roles.map((role) => connect(role, before))));
  for (const clients of [live, again]) {
    const received = new Map<Role, LiveEvent[]>();
    for (const [role, client] of clients) {
      await client.arrived();
      received.set(role, client.received);
      const numbers = client.received.map(({ seq }) => seq);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((one, two) => one - two));
      client.close();
    }
    expect(toldTo(log, received)).toEqual(expected(place));
  }
});

it('whatever its origin: the socket tells of a repair or an import as of anything else', async () => {
  const member = await t.make.aMember();
  const thread = await t.make.aThread();
  const scope = `thread:${thread.id}` as const;
  const { client, frames } = await openLine(t.app, await t.make.aSession(member));
  await client.ready;
  await client.follow([scope]);
  for (const origin of ['seed', 'import', 'repair', 'live'] as const) {
    await t.app.house.db.told({ origin }).transaction({ memberId: member.id }, (tx) => {
      tx.emit({ scope, type: 'thread.changed', subject: thread.id, version: 1 });
      return Promise.resolve();
    });
  }
  await t.settle();
  await client.arrived();
  expect(client.in(scope)).toHaveLength(4);
  const keys = ['seq', 'scope', 'type', 'subject', 'version'].toSorted();
  for (const event of client.received) expect(Object.keys(event).toSorted()).toEqual(keys);
  expect(frames.join()).not.toMatch(/origin|"actor"|repair/);
  client.close();
});

it('a demo network has told its story before anybody listens: nobody is told of it', async () => {
  const demo = await startTestApp({ mode: 'demo', withStory: true });
  try {
    const [someone] = await demo.sql<{ id: number }[]>`
      select id::float8 as id from member where state = 'active' order by id limit 1`;
    const [row] = await demo.sql<{ seed: number; others: number }[]>`
      select count(*) filter (where origin = 'seed')::int as seed,
             count(*) filter (where origin <> 'seed')::int as others from event`;
    expect(row?.seed).toBeGreaterThan(100);
    const { client } = await openLine(demo.app, await demo.make.aSession({ id: someone?.id ?? 0 }));
    const { seq } = await client.ready;
    expect(seq).toBe(await headOf(demo));
    await client.follow([`member:${someone?.id}`, 'network'], seq);
    await client.arrived();
    expect(client.received).toEqual([]);
    expect(row?.others).toBe(0);
    client.close();
  } finally {
    await demo.close();
  }
}, 20_000);
