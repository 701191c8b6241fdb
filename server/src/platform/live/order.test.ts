import type { NewEvent } from '@counterpart/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveClient } from './testing/client.ts';
import { may, startHouse, startServer, type TestHouse, write } from './testing/house.ts';

let house: TestHouse;
const threads = [11, 12, 13, 14];
const scopes = threads.map((id) => `thread:${id}` as const);

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

/** Small numbers that look random and are the same for the same seed. */
function createDice(seed: number) {
  let state = seed;
  return (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

async function logOf(scope: string, above: number): Promise<number[]> {
  const rows = await house.server.db.read(
    (sql) => sql<{ seq: number }[]>`
      select seq::float8 as seq from event where scope = ${scope} and seq > ${above} order by seq`,
  );
  return rows.map(({ seq }) => seq);
}

function edited(id: number, version: number): NewEvent {
  return { scope: `thread:${id}`, type: 'post.edited', subject: id, version };
}

/** A follower who comes and goes; remembers, per scope, the last number seen. */
class Wanderer {
  private client: LiveClient | undefined;
  private readonly seen = new Map<string, number[]>();
  private readonly cookie: string;
  readonly from: number;

  constructor(cookie: string) {
    this.cookie = cookie;
    this.from = house.server.tail.position();
  }

  private collect(): void {
    for (const { scope, seq } of this.client?.received.splice(0) ?? [])
      this.seen.set(scope, [...this.in(scope), seq]);
  }

  in(scope: string): number[] {
    return this.seen.get(scope) ?? [];
  }

  async come(): Promise<void> {
    this.client ??= await house.server.connect(this.cookie);
  }

  async follow(scope: string): Promise<void> {
    await this.come();
    this.collect();
    const since = this.in(scope).at(-1) ?? this.from;
    const reply = await this.client?.follow([scope], since);
    expect(reply).toMatchObject({ ok: [scope], refused: [] });
    this.collect();
  }

  async unfollow(scope: string): Promise<void> {
    this.client?.socket.emit('unfollow', { scopes: [scope] });
    await this.client?.arrived();
    this.collect();
  }

  /** Cut off: what was on its way is lost. */
  cut(): void {
    this.collect();
    this.client?.close();
    this.client = undefined;
  }

  async end(): Promise<void> {
    for (const scope of scopes) await this.follow(scope);
    await house.server.settle();
    await this.client?.arrived();
    this.collect();
  }
}

test.each([1, 2, 3])(
  '16 writers, followers who come and go: each event once, in order (seed %i)',
  async (seed) => {
    const { server, member, rights } = house;
    const wanderers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { id, cookie } = await member();
        may(rights, id, ...scopes);
        return new Wanderer(cookie);
      }),
    );
    const writing = Array.from({ length: 16 }, async (_, writer) => {
      const dice = createDice(seed * 100 + writer);
      for (let at = 0; at < 12; at += 1) {
        const events = Array.from({ length: 1 + dice(2) }, () =>
          edited(threads[dice(4)] ?? 11, at),
        );
        await write(server.db, ...events);
      }
    });
    const walking = wanderers.map(async (wanderer, at) => {
      const dice = createDice(seed * 1_000 + at);
      for (let step = 0; step < 8; step += 1) {
        const scope = scopes[dice(4)] ?? 'thread:11';
        const what = dice(6);
        if (what === 0) wanderer.cut();
        else if (what === 1) await wanderer.unfollow(scope);
        else await wanderer.follow(scope);
      }
    });
    await Promise.all([...writing, ...walking]);
    await server.settle();
    for (const wanderer of wanderers) {
      await wanderer.end();
      for (const scope of scopes)
        expect(wanderer.in(scope)).toEqual(await logOf(scope, wanderer.from));
      wanderer.cut();
    }
    expect(server.failures).toEqual([]);
  },
);

test('a cut connection catches up from its number, and then goes on live', async () => {
  const { server, member, rights } = house;
  const { id, cookie } = await member();
  may(rights, id, 'thread:21');
  const first = await server.connect(cookie);
  await first.follow(['thread:21']);
  const from = server.tail.position();
  const mark = await server.tell(edited(21, 1), edited(21, 2));
  await first.until('two events', () => first.received.length === 2);
  first.close();
  await server.tell(edited(21, 3), edited(22, 1), edited(21, 4));
  const second = await server.connect(cookie);
  expect(await second.follow(['thread:21'], mark)).toMatchObject({ missed: 2 });
  await server.tell(edited(21, 5));
  await second.arrived();
  expect([...first.in('thread:21'), ...second.in('thread:21')]).toEqual(
    await logOf('thread:21', from),
  );
});

test('more than 500 missed: told to load again, then live from there', async () => {
  const { server, member, rights } = house;
  const { id, cookie } = await member();
  may(rights, id, 'thread:31', 'thread:32');
  const since = server.tail.position();
  const many = Array.from({ length: 500 }, (_, at) => edited(31, at));
  await server.tell(...many);
  const client = await server.connect(cookie);
  expect(await client.follow(['thread:31'], since)).toMatchObject({ missed: 500 });
  await client.arrived();
  expect(client.in('thread:31')).toHaveLength(500);

  const head = await server.tell(edited(31, 501));
  const late = await server.connect(cookie);
  expect(await late.follow(['thread:31', 'thread:32'], since)).toEqual({
    ok: ['thread:31', 'thread:32'],
    refused: [],
    missed: 1,
  });
  const next = await server.tell(edited(31, 502));
  await late.arrived();
  expect(late.resyncs).toEqual([{ seq: head, scopes: ['thread:31', 'thread:32'] }]);
  expect(late.in('thread:31')).toEqual([next]);
});

test('a number that is no longer kept, or not yet given, is told to load again', async () => {
  const { server, member, rights } = house;
  const { id, cookie } = await member();
  may(rights, id, 'thread:41');
  const head = await server.tell(edited(41, 1), edited(41, 2));
  await server.db.read((sql) => sql`delete from event where seq < ${head}`);
  const client = await server.connect(cookie);
  await client.follow(['thread:41'], head - 2);
  await client.follow(['thread:41'], head + 1_000);
  await client.follow(['thread:41'], head - 1);
  await client.arrived();
  expect(client.resyncs).toHaveLength(2);
  expect(client.in('thread:41')).toEqual([head]);
});

test('two processes on one database deliver the same', async () => {
  const { server, member, rights, database } = house;
  const other = await startServer({ database, rights });
  const { id, cookie } = await member();
  may(rights, id, 'thread:51');
  const here = await server.connect(cookie);
  const there = await other.connect(cookie);
  await here.follow(['thread:51']);
  await there.follow(['thread:51']);
  const writers = [server, other, server, other].map(async ({ db }, writer) => {
    for (let at = 0; at < 20; at += 1) await write(db, edited(51, writer * 100 + at));
  });
  await Promise.all(writers);
  await server.settle();
  await other.settle();
  await here.arrived();
  await there.arrived();
  expect(here.received).toHaveLength(80);
  expect(there.received).toEqual(here.received);
  await other.stop();
});
