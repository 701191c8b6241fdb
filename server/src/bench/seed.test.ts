import { routes } from '@counterpart/contract';
import { createTestDatabase, type TestDatabase } from '@counterpart/db/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { Client } from '../testing/client.ts';
import { runCommand } from '../testing/command.ts';
import type { BenchPlaces } from './seed.ts';

const size = '--members 12 --threads 30 --posts 300 --largest 60'.split(' ');
const databases: TestDatabase[] = [];
let first: string;
let places: BenchPlaces;

async function anEmptyDatabase(): Promise<string> {
  const database = await createTestDatabase();
  databases.push(database);
  return database.ownerUrl;
}

async function owner<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

const seed = (url: string, ...more: string[]) => runCommand(url, 'bench:seed', ...size, ...more);

/** One checksum for each table; when the network was made is its own. */
async function contentOf(url: string): Promise<Record<string, string>> {
  return owner(url, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'network'`;
    const sums = tables.map(async ({ name }) => {
      const [row] = await sql<{ sum: string }[]>`
        select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as sum from ${sql(name)} t`;
      return [name, row?.sum ?? ''] as const;
    });
    return Object.fromEntries(await Promise.all(sums));
  });
}

const readPlaces = (output: string): BenchPlaces =>
  JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '');

beforeAll(async () => {
  first = await anEmptyDatabase();
  const { code, output } = await seed(first);
  expect(code, output).toBe(0);
  places = readPlaces(output);
}, 60_000);
afterAll(async () => {
  for (const { drop } of databases) await drop();
});

describe('the same numbers', () => {
  it('fill two databases with the same, ids included', async () => {
    const second = await anEmptyDatabase();
    expect(readPlaces((await seed(second)).output)).toEqual(places);
    expect(await contentOf(second)).toEqual(await contentOf(first));
  }, 60_000);

  it('with another seed fill one with something else', async () => {
    const other = await anEmptyDatabase();
    const { output } = await seed(other, '--seed', '2');
    expect(readPlaces(output).largestThread).not.toBe(places.largestThread);
  }, 60_000);
});

it('holds what was asked for', async () => {
  const [counted] = await owner(
    first,
    (sql) => sql`
      select (select count(*)::int from member) as members, (select count(*)::int from post) as posts,
        (select count(*)::int from thread) as threads, (select max(last_seq) from thread) as largest,
        (select count(distinct language)::int from post) as languages,
        (select count(*)::int from post where quote_post_id is not null) > 0 as quotes,
        (select count(*)::int from post_reaction) > 0 as reactions,
        (select mode || ' ' || (seeded_at is not null) from network) as network`,
  );
  expect(counted).toEqual({
    members: 12,
    posts: 300,
    threads: 30,
    largest: 60,
    languages: 3,
    quotes: true,
    reactions: true,
    network: 'bench true',
  });
});

describe('a database that is not empty', () => {
  it('is left as it is when it is complete', async () => {
    const before = await contentOf(first);
    const { code, output } = await seed(first);
    expect(output).toContain('is a bench network already');
    expect(code).toBe(2);
    expect(await contentOf(first)).toEqual(before);
  }, 30_000);

  it.each(['demo', 'live'])(
    'is left as it is when a %s network is in it',
    async (mode) => {
      const url = await anEmptyDatabase();
      await owner(
        url,
        (sql) => sql`insert into network (mode, name, created_at) values (${mode}, 'Mine', now())`,
      );
      const { code, output } = await seed(url);
      expect(output).toContain(`is a ${mode} network`);
      expect(code).toBe(2);
    },
    30_000,
  );

  it('is emptied and filled again when it was only half filled', async () => {
    const url = await anEmptyDatabase();
    await owner(url, async (sql) => {
      await sql`insert into network (mode, name, created_at) values ('bench', 'Half', now())`;
      await sql`insert into theme (slug, name_en, name_fr, name_ar) values ('left', 'l', 'l', 'l')`;
    });
    expect(readPlaces((await seed(url)).output)).toEqual(places);
    expect(await contentOf(url)).toEqual(await contentOf(first));
  }, 60_000);
});

it.each([
  ['the database of the checkout', [], 'The database of this checkout is not for measuring'],
  ['words for numbers', ['--posts', 'many'], 'Say how much the network holds'],
  ['more threads than posts', ['--threads', '400'], '300 posts are too few'],
])(
  'refuses %s before it looks for a database',
  async (what, args, sentence) => {
    const url = what.startsWith('the database') ? '' : 'postgres://me@127.0.0.1:1/nowhere';
    const { code, output } = await seed(url, ...args);
    expect(output).toContain(sentence);
    expect(code).toBe(2);
  },
  30_000,
);

it('is served, and bench-1 signs in and is in all three spaces', async () => {
  const config = { ...readConfig({ DATABASE_URL: first, RATE_LIMITS: 'off' }), port: 0 };
  const app = await createApp({ config, databaseUrl: first });
  try {
    const body = { email: 'bench-1@example.org', password: 'counterpart-bench-1' };
    const entry = await new Client(app).ask(routes.signIn, { body });
    const client = new Client(app, String(entry.headers['set-cookie']).split(';')[0]);
    const { items } = await client.call(routes.listSpaces, {});
    expect(items.map(({ access, joined }) => [access, joined])).toEqual([
      ['open', true],
      ['restricted', true],
      ['private', true],
    ]);
    const page = await client.call(routes.getThread, {
      params: { id: places.largestThread },
      query: {},
    });
    expect(page.thread.posts + page.mine.unread).toBeGreaterThan(50);
    const unread = await client.call(routes.listThreads, { query: { filter: 'unread' } });
    expect(unread.items.length).toBeGreaterThan(0);
    const fresh = await client.call(routes.listThreads, { query: { filter: 'new' } });
    expect(fresh.items.length).toBeGreaterThan(0);
  } finally {
    await app.close();
  }
}, 30_000);
