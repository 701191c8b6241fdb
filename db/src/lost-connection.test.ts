import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BusyError } from './busy.ts';
import { openDatabase } from './client.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let killer: postgres.Sql;
const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);

beforeAll(async () => {
  database = await createTestDatabase();
  killer = postgres(database.ownerUrl, { max: 1 });
  await killer`create table kept (n int)`;
  process.on('uncaughtException', note);
});

afterAll(async () => {
  process.off('uncaughtException', note);
  await killer.end();
  await database.drop();
});

async function pidOf(sql: postgres.ISql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
}

/** Ends a connection and waits until the server has let it go. */
async function kill(pid: number): Promise<void> {
  await killer`select pg_terminate_backend(${pid}, 5000)`;
}

/** One connection, and a promise of its end. */
async function withConnection(
  work: (sql: postgres.Sql, closed: Promise<void>) => Promise<void>,
): Promise<void> {
  const ends = new EventEmitter();
  const closed = once(ends, 'closed').then(() => undefined);
  const onclose = () => void ends.emit('closed');
  const sql = postgres(database.ownerUrl, { max: 1, backoff: () => 0, onclose });
  try {
    await work(sql, closed);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test('a connection lost during a query of a transaction refuses it, and the next query works', () =>
  withConnection(async (sql) => {
    const lost = sql.begin(async (tx) => {
      const pid = await pidOf(tx);
      const sleeping = tx`select pg_sleep(5)`.execute();
      await kill(pid);
      await sleeping;
    });
    await expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    expect(await sql`select 2 as two`).toEqual([{ two: 2 }]);
    expect(uncaught).toEqual([]);
  }));

test('a transaction that lost its connection cannot go on outside of it', () =>
  withConnection(async (sql, closed) => {
    const outcome = new EventEmitter();
    const late = once(outcome, 'known');
    const lost = sql.begin(async (tx) => {
      await kill(await pidOf(tx));
      await closed;
      // By now the pool has opened the connection again for somebody else.
      await sql`select 1`;
      await tx`insert into kept values (1)`.then(
        () => outcome.emit('known', 'stored'),
        () => outcome.emit('known', 'refused'),
      );
    });
    await expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await late).toEqual(['refused']);
    expect(await sql`select n from kept`).toEqual([]);
    expect(uncaught).toEqual([]);
  }));

test('connections killed again and again leave a pool that works', async () => {
  const sql = postgres(database.ownerUrl, { max: 4, backoff: () => 0 });
  for (let round = 0; round < 20; round += 1) {
    const work = Array.from({ length: 8 }, (_, at) =>
      at % 2 === 0
        ? sql`select pg_sleep(0.01)`
        : sql.begin(async (tx) => {
            await tx`insert into kept values (${at})`;
            await tx`select pg_sleep(0.01)`;
          }),
    );
    const settled = Promise.allSettled(work);
    await killer`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await settled;
  }
  expect(await Promise.all([1, 2, 3, 4].map((n) => sql`select ${n}::int as n`))).toHaveLength(4);
  await sql.end();
  expect(uncaught).toEqual([]);
});

/** A proxy before the database: while nobody is behind it, it takes every connection and hangs up. */
async function openProxy() {
  const line = { isWhole: true, taken: 0, url: '' };
  const sockets = new Set<Socket>();
  const behind = new URL(database.url);
  const server = createServer((near) => {
    line.taken += 1;
    sockets.add(near.on('error', () => near.destroy()).resume());
    if (!line.isWhole) return void near.end();
    const far = connect(Number(behind.port), behind.hostname);
    sockets.add(far.on('error', () => far.destroy()));
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  line.url = database.url.replace(`:${behind.port}`, `:${port}`);
  const cut = () => {
    line.isWhole = false;
    for (const socket of sockets) socket.destroy();
  };
  return { line, cut, close: () => (cut(), server.close()) };
}

test('a proxy with no database behind it is asked again with pauses, and used when one is back', async () => {
  const { line, cut, close } = await openProxy();
  const db = openDatabase({ url: line.url, connections: 2 });
  const ask = () => db.read((sql) => sql`select 1 as one`);
  try {
    expect(await ask()).toEqual([{ one: 1 }]);
    cut();
    line.taken = 0;
    const begin = performance.now();
    while (performance.now() < begin + 1_000) await expect(ask()).rejects.toThrow(BusyError);
    expect(line.taken).toBeLessThan(100);
    line.isWhole = true;
    expect(await ask()).toEqual([{ one: 1 }]);
  } finally {
    await db.close();
    close();
  }
  expect(uncaught).toEqual([]);
});
