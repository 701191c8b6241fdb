import type { NewEvent } from '@counterpart/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { within } from './testing/client.ts';
import { may, startHouse, type TestHouse, viewOf } from './testing/house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

function edited(id: number, version = 1): NewEvent {
  return { scope: `thread:${id}`, type: 'post.edited', subject: id, version };
}

function changed(scope: NewEvent['scope'], subject = 1): NewEvent {
  return { scope, type: 'access.changed', subject, version: 1 };
}

async function reader(...scopes: string[]) {
  const who = await house.member();
  may(house.rights, who.id, ...scopes);
  return { ...who, client: await house.server.connect(who.cookie) };
}

test('only readable scopes are followed; the others look as if they did not exist', async () => {
  const { client } = await reader('thread:1');
  expect(await client.follow(['thread:1', 'thread:2', 'thread:999', 'member:5', 'staff'])).toEqual({
    ok: ['thread:1'],
    refused: ['thread:2', 'thread:999', 'member:5', 'staff'],
    missed: 0,
  });
  expect(await client.follow(['thread:2'], 0)).toEqual({
    ok: [],
    refused: ['thread:2'],
    missed: 0,
  });
  const seq = await house.server.tell(edited(2), edited(1), edited(999));
  await client.arrived();
  expect(client.received.map((event) => event.seq)).toEqual([seq - 1]);
});

test('one’s own scope and the network are followed without asking, nobody else’s', async () => {
  const [one, two] = [await reader(), await reader()];
  await house.server.tell(
    { scope: `member:${one.id}`, type: 'read.moved', subject: 1, version: 1 },
    { scope: 'network', type: 'space.changed', subject: 1, version: 1 },
  );
  await one.client.arrived();
  await two.client.arrived();
  expect(one.client.received.map(({ type }) => type)).toEqual(['read.moved', 'space.changed']);
  expect(two.client.received.map(({ type }) => type)).toEqual(['space.changed']);
});

test.each(['member', 'space', 'thread', 'network'] as const)(
  'access lost through a change in the scope of the %s: the loss is told, and nothing that comes after it',
  async (kind) => {
    const { id, client } = await reader('thread:3', 'thread:4', 'space:3');
    const other = await reader('thread:3');
    await client.follow(['thread:3', 'thread:4', 'space:3']);
    await other.client.follow(['thread:3']);
    const scope = (
      { member: `member:${id}`, space: 'space:3', thread: 'thread:3', network: 'network' } as const
    )[kind];
    house.rights.readable.get(id)?.delete('thread:3');
    // One batch: the change takes effect at its place in the middle.
    const seq = await house.server.tell(edited(3, 1), changed(scope), edited(3, 2), edited(4, 1));
    await client.arrived();
    await other.client.arrived();
    expect(client.in('thread:3')).toEqual([seq - 3, seq - 2]);
    expect(
      client.received.filter((event) => event.seq === seq - 2).map(({ type }) => type),
    ).toContain('access.changed');
    expect(client.in('thread:4')).toEqual([seq]);
    expect(other.client.in('thread:3').filter((one) => one !== seq - 2)).toEqual([
      seq - 3,
      seq - 1,
    ]);
  },
);

test('access lost while away: refused on return, and nothing is replayed', async () => {
  const { id, cookie, client } = await reader('thread:5');
  await client.follow(['thread:5']);
  const mark = await house.server.tell(edited(5, 1));
  client.close();
  await house.server.tell(edited(5, 2));
  house.rights.readable.get(id)?.delete('thread:5');
  await house.server.tell(changed(`member:${id}`), edited(5, 3));
  const back = await house.server.connect(cookie);
  expect(await back.follow(['thread:5'], mark)).toEqual({
    ok: [],
    refused: ['thread:5'],
    missed: 0,
  });
  await back.arrived();
  expect(back.in('thread:5')).toEqual([]);
});

test('access lost while the past is being read: refused, and nothing of it is sent', async () => {
  const { rights, server } = house;
  const { id, client } = await reader('thread:9');
  const since = server.tail.position();
  await server.tell(edited(9, 1));
  const lose = () => void rights.readable.get(id)?.delete('thread:9');
  const losses = [
    // Known to the database, not yet to the log.
    () => Promise.resolve(lose()),
    // Told by the log between the last look at the rights and the joining.
    async () => {
      lose();
      await server.tell(changed(`member:${id}`), edited(9, 2));
    },
  ];
  for (const [at, loss] of losses.entries()) {
    may(rights, id, 'thread:9');
    let looks = 0;
    rights.pause = async () => {
      if (looks++ !== at) return;
      rights.pause = undefined;
      await loss();
    };
    expect(await client.follow(['thread:9'], since)).toEqual({
      ok: [],
      refused: ['thread:9'],
      missed: 0,
    });
  }
  await client.arrived();
  expect(client.in('thread:9')).toEqual([]);
});

test('a sign-in that ends closes its own sockets and no other', async () => {
  const { id, sessionId, client } = await reader();
  const { token, cookie } = await house.server.signIn.begin(id, 'phone');
  const phone = await house.server.connect(cookie.split(';')[0] ?? '');
  const began = performance.now();
  await house.server.signIn.endById(id, sessionId);
  expect(await within('The end', client.closed)).toBe('io server disconnect');
  expect(performance.now() - began).toBeLessThan(1_000);
  await phone.arrived();
  expect(phone.socket.connected).toBe(true);
  await house.server.signIn.end(token);
  await within('The other end', phone.closed);
});

test('a suspended member loses every socket', async () => {
  const { id, client, cookie } = await reader();
  const second = await house.server.connect(cookie);
  await house.server.db.read((sql) => sql`update member set state = 'suspended' where id = ${id}`);
  await house.server.tell(changed(`member:${id}`, id), edited(1));
  await within('The end', client.closed);
  await within('The end', second.closed);
  const again = house.server.knock({ cookie });
  expect(await within('The refusal', again.refused)).toBeTruthy();
});

test('rights that cannot be read close the socket rather than trust it', async () => {
  const { client, id } = await reader('thread:6');
  await client.follow(['thread:6']);
  const had = house.rights.readable.get(id);
  const broken = new Set<string>();
  broken.has = () => {
    throw new Error('rights are out of reach');
  };
  house.rights.readable.set(id, broken);
  await house.server.tell(changed('thread:6'), edited(6));
  await within('The end', client.closed);
  expect(client.in('thread:6')).toEqual([]);
  expect(house.server.failures.splice(0)).toHaveLength(1);
  house.rights.readable.set(id, had ?? new Set());
});

test('a new post carries its view once for all readers; one that changed since does not', async () => {
  const { rights, server } = house;
  const [one, two] = [await reader('thread:7'), await reader('thread:7')];
  await one.client.follow(['thread:7']);
  await two.client.follow(['thread:7']);
  rights.posts.set(71, viewOf(71));
  rights.posts.set(72, viewOf(72, 2));
  rights.asked = 0;
  const created = (subject: number, thread = 7): NewEvent => {
    return { scope: `thread:${thread}`, type: 'post.created', subject, version: 1 };
  };
  await server.tell(created(71), created(72), created(73, 8));
  await one.client.arrived();
  await two.client.arrived();
  expect(one.client.received.map(({ data }) => data?.id)).toEqual([71, undefined]);
  expect(two.client.received).toEqual(one.client.received);
  expect(one.client.received[0]).not.toHaveProperty('actor');
  expect(one.client.received[0]).not.toHaveProperty('origin');
  expect(rights.asked).toBe(1);
  await server.tell(created(74, 8));
  expect(rights.asked).toBe(1);
});
