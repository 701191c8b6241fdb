// A database of your own: dumped and read back by the programs of PostgreSQL, where they are installed.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabase, migrate } from '@counterpart/db';
import { createTestDatabase } from '@counterpart/db/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionEnv, pour } from '../backup/programs.ts';
import { runCommandWith } from '../testing/command.ts';

const home = mkdtempSync(join(tmpdir(), 'counterpart-dump-'));
const backups = join(home, 'backups');
const drops: (() => Promise<void>)[] = [];
let ownerUrl: string;

beforeAll(async () => {
  mkdirSync(backups);
  ownerUrl = await aNetwork('first@network.example');
}, 60_000);
afterAll(async () => {
  for (const drop of drops) await drop();
  rmSync(home, { recursive: true });
});

async function aDatabase(): Promise<string> {
  const database = await createTestDatabase();
  drops.push(database.drop);
  return database.ownerUrl;
}

/** A live network with a link for this address. */
async function aNetwork(email: string): Promise<string> {
  const url = await aDatabase();
  const { code, output } = await runCommandWith(
    { DATABASE_URL: url },
    'admin:create',
    '--email',
    email,
  );
  expect(output).toContain(email);
  expect(code).toBe(0);
  return url;
}

/** A database without a single table. */
async function anEmptyDatabase(): Promise<string> {
  const url = new URL(await aDatabase());
  const cluster = postgres(process.env['COUNTERPART_TEST_CLUSTER'] ?? '', { max: 1 });
  const name = url.pathname.slice(1);
  await cluster.unsafe(`drop database ${name}`);
  await cluster.unsafe(`create database ${name}`);
  await cluster.end();
  return url.href;
}

async function linksIn(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ email: string }[]>`select email from account_link order by email`;
  await sql.end();
  return rows.map(({ email }) => email);
}

const run = (DATABASE_URL: string, ...args: string[]) => runCommandWith({ DATABASE_URL }, ...args);

/** A folder for the PATH in which the programs say that they are of this version. */
function programsOf(version: string): string {
  const folder = mkdtempSync(join(home, 'path-'));
  for (const name of ['pg_dump', 'pg_restore', 'psql']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test.each([
  ['none', () => join(home, 'nothing'), 'pg_dump was not found on the PATH. Install the client'],
  [
    'older',
    () => programsOf('15.4'),
    'The pg_dump on the PATH is of PostgreSQL 15, older than the',
  ],
  [
    'newer',
    () => programsOf('99.1'),
    'The pg_dump on the PATH is of PostgreSQL 99, newer than the',
  ],
])(
  'programs of PostgreSQL that do not fit are refused with a sentence: %s',
  async (_, path, words) => {
    const { code, output } = await runCommandWith(
      { DATABASE_URL: ownerUrl, PATH: path() },
      'backup',
      backups,
    );
    expect(output).toContain(words);
    expect(output).toContain('postgresql-client-18');
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
    expect(readdirSync(backups)).toEqual([]);
  },
  30_000,
);

test('a database without a network is not backed up', async () => {
  const { code, output } = await run(await anEmptyDatabase(), 'backup', backups);
  expect(output).toMatch(/^There is no network in the database "test_\w+" at /);
  expect(code).toBe(2);
}, 30_000);

/** The programs of the server's own version are no part of the packages that npm installs. */
function hasPrograms(): boolean {
  try {
    return ['pg_dump', 'pg_restore', 'psql'].every((name) =>
      execFileSync(name, ['--version'], { encoding: 'utf8' }).includes('(PostgreSQL) 18'),
    );
  } catch {
    return false;
  }
}

test.runIf(hasPrograms()).each([
  // The test's name says what it wants, since it is skipped without.
  'with pg_dump, pg_restore and psql 18 on the PATH',
])(
  'a network comes back whole or not at all, %s',
  async () => {
    const first = await run(ownerUrl, 'backup', backups);
    expect(first.output).toContain('read back and found whole');
    const backup = /^\S+/.exec(first.output)?.[0] ?? '';
    const dump = join(backup, 'database.dump');
    expect(statSync(dump).mode & 0o777).toBe(0o600);

    const fresh = await anEmptyDatabase();
    const restored = await run(fresh, 'restore', backup);
    expect(restored.output).toMatch(/^The network from \S+ is in the database "/);
    expect(await linksIn(fresh)).toEqual(['first@network.example']);
    await checkDatabase(fresh);
    await migrate(fresh);
    expect((await run(fresh, 'admin:create', '--email', 'next@network.example')).code).toBe(0);

    const taken = await aNetwork('other@network.example');
    const refused = await run(taken, 'restore', backup);
    expect(refused.output).toContain('There is a network in the database');
    const visitor = postgres(taken, { max: 1 });
    await visitor`create table from_a_newer_version (id int)`;
    const used = await run(taken, 'restore', backup, '--replace');
    expect(used.output).toMatch(
      /^Somebody else is connected to the database .+: 1 connection\. Stop the server/,
    );
    await visitor.end();
    expect(await linksIn(taken)).toEqual(['other@network.example']);

    const whole = readFileSync(dump);
    truncateSync(dump, Math.floor(whole.length * 0.8));
    // Past the sums, which would have refused it: nothing of half a dump is kept.
    const half = pour(dump, 'drop table account_link cascade;', connectionEnv(taken));
    await expect(half).rejects.toThrow('could not do its work');
    expect(await linksIn(taken)).toEqual(['other@network.example']);
    writeFileSync(dump, whole);

    expect((await run(taken, 'restore', backup, '--replace')).code).toBe(0);
    expect(await linksIn(taken)).toEqual(['first@network.example']);
    const sql = postgres(taken, { max: 1 });
    const [left] = await sql`select to_regclass('from_a_newer_version') as found`;
    await sql.end();
    expect(left).toEqual({ found: null });
  },
  120_000,
);
