import { request } from 'node:http';
import { livePath } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from './testing/client.ts';
import { startHouse, type TestHouse } from './testing/house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** The status a bare handshake is answered with. */
function handshake(
  transport: 'polling' | 'websocket',
  headers: Record<string, string>,
  port = house.server.port,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path: `${livePath}/?EIO=4&transport=${transport}`,
      headers: { ...(transport === 'websocket' ? upgrade : {}), ...headers },
      agent: false,
    });
    const settle = (status: number | undefined) => {
      asked.destroy();
      resolve(status ?? 0);
    };
    asked.on('response', (response) => settle(response.statusCode));
    asked.on('upgrade', (response) => settle(response.statusCode));
    asked.on('error', reject);
    asked.end();
  });
}

describe.each(['polling', 'websocket'] as const)('over %s', (transport) => {
  const good = { polling: 200, websocket: 101 }[transport];

  test('our own pages come in', async () => {
    const { cookie } = await house.member();
    expect(await handshake(transport, { origin: 'http://forum.test', cookie })).toBe(good);
  });

  test.each<[string, Record<string, string>]>([
    ['foreign', { origin: 'http://evil.test' }],
    ['longer', { origin: 'http://forum.test.evil.test' }],
    ['null', { origin: 'null' }],
    ['absent', {}],
    ['absent, from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('an Origin that is %s is refused', async (_, headers) => {
    const { cookie } = await house.member();
    expect(await handshake(transport, { ...headers, cookie })).toBe(403);
  });

  test('nobody comes in without a sign-in', async () => {
    const origin = 'http://forum.test';
    expect(await handshake(transport, { origin })).toBe(401);
    expect(await handshake(transport, { origin, cookie: 'counterpart=guess' })).toBe(401);
  });
});

test('a plain request of our own page, which has no Origin, comes in; an upgrade never', async () => {
  const { cookie } = await house.member();
  const headers = { 'sec-fetch-site': 'same-origin', cookie };
  expect(await handshake('polling', headers)).toBe(200);
  expect(await handshake('websocket', headers)).toBe(403);
});

test('polling works to the end, events included', async () => {
  const { cookie } = await house.member();
  const client = house.server.knock({ cookie, transports: ['polling'] });
  expect(await within('The greeting', client.ready)).toEqual({
    seq: house.server.tail.position(),
    build: 'test',
  });
  await house.server.tell({ scope: 'network', type: 'space.changed', subject: 1, version: 1 });
  await client.until('the event', () => client.received.length === 1);
});

test('too many handshakes from one network are refused for a while', async () => {
  const limited = await startHouse({ rateLimits: true });
  const { cookie } = await limited.member();
  const answers = await Promise.all(
    Array.from({ length: 120 }, () =>
      handshake('polling', { origin: 'http://forum.test', cookie }, limited.server.port),
    ),
  );
  expect(answers).toContain(429);
  expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(20);
  await limited.stop();
});

test('a member’s thirteenth socket closes the first', async () => {
  const { cookie } = await house.member();
  const first = await house.server.connect(cookie);
  const more = await Promise.all(Array.from({ length: 12 }, () => house.server.connect(cookie)));
  expect(await within('The end', first.closed)).toBe('io server disconnect');
  expect(more.every(({ socket }) => socket.connected)).toBe(true);
});

test('a server that stops asks its clients to come back spread, and closes', async () => {
  const stopping = await startHouse();
  const { cookie } = await stopping.member();
  const clients = await Promise.all([1, 2, 3].map(() => stopping.server.connect(cookie)));
  await stopping.server.live.stop();
  for (const client of clients) {
    expect(await within('The notice', client.restarting)).toEqual({ spreadMs: 30 });
    // Not "io server disconnect": the client comes back by itself.
    expect(await within('The end', client.closed)).toBe('transport close');
  }
  const late = stopping.server.knock({ cookie });
  expect(await within('The refusal', late.refused)).toBeTruthy();
  await stopping.stop();
});
