import { type Database, type LoggedEvent, openDatabase } from '@counterpart/db';
import { createTestDatabase, type TestDatabase } from '@counterpart/db/testing';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { within } from './live/testing/client.ts';
import { write } from './live/testing/house.ts';
import { createTail, type Tail } from './tail.ts';

let database: TestDatabase;
let owner: postgres.Sql;
let db: Database;
const tails: Tail[] = [];
const failures: unknown[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1 });
  db = openDatabase({ url: database.url, onFailure: (error) => void failures.push(error) });
});

afterEach(async () => {
  await Promise.all(tails.splice(0).map((tail) => tail.stop()));
  failures.length = 0;
});

afterAll(async () => {
  await db.close();
  await owner.end();
  await database.drop();
});

async function follow(now?: () => number): Promise<{ tail: Tail; seen: LoggedEvent[] }> {
  const tail = await createTail({ db, onFailure: (error) => void failures.push(error), now });
  tails.push(tail);
  const seen: LoggedEvent[] = [];
  tail.onEvents((events) => {
    seen.push(...events);
    return Promise.resolve();
  });
  return { tail, seen };
}

const changed = (version: number) =>
  ({ scope: 'thread:1', type: 'thread.changed', subject: 1, version }) as const;

async function logged(above: number): Promise<number[]> {
  const rows = await owner<{ seq: number }[]>`
    select seq::float8 as seq from event where seq > ${above} order by seq`;
  return rows.map(({ seq }) => seq);
}

test('begins at the head and hands on everything after it, in order, in batches', async () => {
  await write(db, changed(1));
  await db.numberer.drain();
  const { tail, seen } = await follow();
  const from = tail.position();
  await write(db, ...Array.from({ length: 1_200 }, (_, at) => changed(at)));
  await db.numberer.drain();
  await tail.catchUp();
  expect(seen.map(({ seq }) => seq)).toEqual(await logged(from));
  expect(tail.position()).toBe(from + 1_200);
});

test('hears of new events by itself', async () => {
  const { tail, seen } = await follow();
  const heard = new Promise<void>((resolve) =>
    tail.onEvents(() => {
      resolve();
      return Promise.resolve();
    }),
  );
  await write(db, changed(1));
  await within('The event', heard);
  expect(seen).toHaveLength(1);
});

test('what is remembered is dropped before the position moves; handlers come after it', async () => {
  const { tail } = await follow();
  const before = tail.position();
  const order: string[] = [];
  tail.onNews(() => void order.push(`dropped at ${tail.position() - before}`));
  tail.onEvents(async () => {
    order.push(`first at ${tail.position() - before}`);
    await db.watch((sql) => sql`select 1`);
    order.push('first done');
  });
  tail.onEvents(() => {
    order.push('second');
    return Promise.reject(new Error('a handler that fails'));
  });
  await write(db, changed(1));
  await db.numberer.drain();
  await tail.catchUp();
  expect(order).toEqual(['dropped at 0', 'first at 1', 'first done', 'second']);
  expect(failures).toHaveLength(1);
  await tail.catchUp();
  expect(order).toHaveLength(4);
});

test('is heard for a second after it was last confirmed', async () => {
  let time = 0;
  const { tail } = await follow(() => time);
  await tail.catchUp();
  expect(tail.isHeard()).toBe(true);
  await tail.stop();
  time = 1_000;
  expect(tail.isHeard()).toBe(true);
  time = 1_001;
  expect(tail.isHeard()).toBe(false);
});

test('connections that are ended again and again lose nothing and double nothing', async () => {
  const { tail, seen } = await follow();
  const from = tail.position();
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let at = 0; at < 25; at += 1)
      // A write whose connection dies may have happened or not; the log knows.
      await write(db, changed(writer * 100 + at)).catch(() => undefined);
  });
  const done = { writing: false };
  const all = Promise.all(writers).then(() => {
    done.writing = true;
  });
  let rounds = 0;
  while (!done.writing || rounds < 5) {
    rounds += 1;
    await owner`
      select pg_terminate_backend(pid, 1000) from pg_stat_activity
      where datname = current_database() and application_name = 'counterpart'`;
    // Ended right after it was opened proves little: let each connection live for a query.
    await db.watch((sql) => sql`select 1`).catch(() => undefined);
  }
  await all;
  await within(
    'The drain',
    untilItWorks(() => db.numberer.drain()),
  );
  await within(
    'The catching up',
    untilItWorks(() => tail.catchUp()),
  );
  expect(seen.map(({ seq }) => seq)).toEqual(await logged(from));
  expect(seen.length).toBeGreaterThan(0);

  // And it listens again: an event of somebody who does not wake us arrives too.
  const more = new Promise<void>((resolve) =>
    tail.onEvents(() => {
      resolve();
      return Promise.resolve();
    }),
  );
  await write(db, changed(9_999));
  await within('The next event', more);
});

async function untilItWorks(work: () => Promise<void>): Promise<void> {
  for (;;) {
    const worked = await work().then(
      () => true,
      () => false,
    );
    if (worked) return;
  }
}
