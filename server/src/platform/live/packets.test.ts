import { afterAll, beforeAll, expect, test } from 'vitest';
import { within } from './testing/client.ts';
import { may, startHouse, type TestHouse } from './testing/house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

/** As they stand behind the packet type of engine.io; sent on a connection of their own. */
const hostile = [
  '2["__proto__",{"scopes":["thread:1"]}]',
  '2["constructor",{}]',
  '2["error",{"message":"boo"}]',
  '2["disconnect"]',
  '2["newListener"]',
  '2[{"toString":"x"}]',
  '2[["follow"],{}]',
  '2[null]',
  '2[1e400]',
  '2[0,{"scopes":["thread:1"]}]',
  '2[]',
  '2{}',
  '2"follow"',
  '2["follow"]',
  '2["follow",null]',
  '2["follow",[]]',
  '2["follow",{"scopes":"thread:1"}]',
  '2["follow",{"scopes":[{"a":1}]}]',
  '2["follow",{"scopes":["thread:1","thread:x"]}]',
  '2["follow",{"scopes":["thread:1"],"since":"0"}]',
  '2["follow",{"scopes":["thread:1"],"since":-1}]',
  '2["follow",{"scopes":["thread:1"],"since":1e300}]',
  '2["follow",{"scopes":["thread:1"],"extra":true}]',
  '2["follow",{"scopes":["thread:1"],"__proto__":{"since":0}}]',
  `2["follow",{"scopes":${JSON.stringify(Array.from({ length: 51 }, (_, n) => `thread:${n + 1}`))}}]`,
  '2["unfollow",{"scopes":"*"}]',
  '2["event",{"seq":1}]',
  '20["follow",7]',
  '299999999999999999999["follow",{"scopes":["thread:9"]}]',
  '51000000-["follow",{"_placeholder":true,"num":0}]',
  '51-["follow",{"_placeholder":true,"num":99}]',
  '30["follow"]',
  '4"an error of my own"',
  '2/admin,["follow",{"scopes":["thread:1"]}]',
  '0/admin,',
  '0{"token":"x"}',
  '9',
  '',
  `2["follow","${'x'.repeat(70_000)}"]`,
];

test.each(hostile.map((packet) => [packet.slice(0, 60), packet]))(
  'a hostile packet reaches nothing and ends nothing: %s',
  async (_, packet) => {
    const { server, member, rights } = house;
    const { id, cookie } = await member();
    may(rights, id, 'thread:1');
    const attacker = await server.connect(cookie);
    attacker.socket.io.engine.write(packet);
    const bystander = await server.connect(cookie);
    // Sent after the packet: once answered, the packet was looked at too, or the connection is over.
    await Promise.race([attacker.arrived(), within('The end', attacker.closed)]);
    const seq = await server.tell(
      { scope: 'thread:1', type: 'post.edited', subject: 1, version: 1 },
      { scope: 'network', type: 'space.changed', subject: 1, version: 1 },
    );
    await bystander.until('the event', () => bystander.in('network').includes(seq));
    expect(attacker.in('thread:1')).toEqual([]);
    expect(server.failures).toEqual([]);
    attacker.close();
    bystander.close();
  },
);

test('ten megabytes in one frame end only the connection that sent them', async () => {
  const { server, member } = house;
  const { cookie } = await member();
  const attacker = await server.connect(cookie);
  attacker.socket.io.engine.write(`2["follow","${'x'.repeat(10_000_000)}"]`);
  await within('The end', attacker.closed);
  const next = await server.connect(cookie);
  await next.arrived();
});

test('a follow without an acknowledgement is a follow', async () => {
  const { server, member, rights } = house;
  const { id, cookie } = await member();
  may(rights, id, 'thread:2');
  const client = await server.connect(cookie);
  client.socket.io.engine.write('2["follow",{"scopes":["thread:2"]}]');
  await client.arrived();
  const seq = await server.tell({ scope: 'thread:2', type: 'post.edited', subject: 1, version: 1 });
  await client.arrived();
  expect(client.in('thread:2')).toEqual([seq]);
});

test('a flood of packets ends the connection', async () => {
  const { server, member } = house;
  const { cookie } = await member();
  const client = await server.connect(cookie);
  for (let at = 0; at < 100; at += 1) client.socket.emit('unfollow', { scopes: ['thread:1'] });
  expect(await within('The end', client.closed)).toBe('io server disconnect');
});

test('a socket follows 400 scopes and no more', async () => {
  const { server, member, rights } = house;
  const { id, cookie } = await member();
  const all = Array.from({ length: 450 }, (_, at) => `thread:${1_000 + at}`);
  may(rights, id, ...all);
  const client = await server.connect(cookie);
  const replies = [];
  for (let at = 0; at < 450; at += 50) replies.push(await client.follow(all.slice(at, at + 50)));
  // Its own scope and the network are two of them.
  expect(replies.map(({ ok }) => ok.length)).toEqual([...Array<number>(7).fill(50), 48, 0]);
  client.socket.emit('unfollow', { scopes: all.slice(0, 50) });
  expect((await client.follow(all.slice(400))).ok).toHaveLength(50);
});
