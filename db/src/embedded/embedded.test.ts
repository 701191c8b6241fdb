import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedOptions, startEmbedded } from '../embedded.ts';
import { accountFor, giveTo } from './account.ts';
import { findPostmaster, waitUntil } from './postmaster.ts';

const embedded = new URL('../embedded.ts', import.meta.url).href;

let home: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(() => {
  home = openFolder(mkdtempSync(join(tmpdir(), 'counterpart-embedded-')));
  dataDir = join(home, 'data');
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  const { stop } = await startEmbedded({ dataDir, durable: false });
  await stop();
  rmSync(home, { recursive: true });
});

/** The account of PostgreSQL must be able to pass, and mkdtemp makes folders for the owner alone. */
function openFolder(folder: string): string {
  chmodSync(folder, 0o755);
  return folder;
}

const open = (more: Partial<EmbeddedOptions> = {}) =>
  startEmbedded({ dataDir, durable: false, ...more });

/** Another process that starts the database and keeps it. */
function spawnHolder(folder = dataDir): ChildProcess {
  const options = JSON.stringify({ dataDir: folder, durable: false });
  const code = `const { startEmbedded } = await import('${embedded}');
    const { url } = await startEmbedded(${options}); process.send(url); setInterval(() => {}, 60_000);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

const data = () => join(dataDir, 'cluster', 'data');

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test('killed in the middle of making the database, the next start makes it', async () => {
  const maker = spawnHolder();
  const drafts = () =>
    existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith('cluster-')) : [];
  const begun = () => drafts().some((name) => existsSync(join(dataDir, name, 'data', 'base')));
  expect(await waitUntil(begun, 20_000)).toBe(true);
  await kill(maker);
  expect(existsSync(data())).toBe(false);
  const { url, stop } = await open();
  const [about] = await ask(
    url,
    `select current_user::text as "user", rolsuper as super, datlocprovider::text as provider,
       pg_encoding_to_char(encoding)::text as encoding, datctype::text as ctype
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  expect(about).toEqual({
    user: 'counterpart',
    super: false,
    provider: 'i',
    encoding: 'UTF8',
    ctype: 'C.UTF-8',
  });
  await ask(url, "create table kept (word text); insert into kept values ('تطرف')");
  await stop();
  expect(findPostmaster(data())).toBeUndefined();
});

test('only its holder was killed: the database still runs, and the next start takes it over', async () => {
  const holder = spawnHolder();
  const [before]: unknown[] = await once(holder, 'message');
  const running = findPostmaster(data())?.pid;
  await kill(holder);
  const { url, stop } = await open();
  expect(url).toBe(before);
  expect(findPostmaster(data())?.pid).toBe(running);
  await stop();
});

test('the database was killed too: the next start recovers what was committed', async () => {
  const holder = spawnHolder();
  await once(holder, 'message');
  process.kill(findPostmaster(data())?.pid ?? 0, 'SIGKILL');
  await kill(holder);
  const { url, stop } = await open();
  expect(await ask(url, 'select word from kept')).toEqual([{ word: 'تطرف' }]);
  await stop();
});

test('a second server is refused, a command beside the server works and stops nothing', async () => {
  const first = await open();
  await expect(open({ handOverMs: 0 })).rejects.toThrow(`already in use by process ${process.pid}`);
  const beside = await open({ beside: true });
  expect(beside.url).toBe(first.url);
  await beside.stop();
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('a database that is killed in use is started again at the same address', async () => {
  let tell: (sentence: string) => void;
  const told = new Promise<string>((resolve) => (tell = resolve));
  const { url, stop } = await open({ notify: (sentence) => tell(sentence) });
  process.kill(findPostmaster(data())?.pid ?? 0, 'SIGKILL');
  expect(await told).toContain('was started again');
  expect(await ask(url, 'select word from kept')).toEqual([{ word: 'تطرف' }]);
  await expect(open({ handOverMs: 0 })).rejects.toThrow('already in use');
  await stop();
});

test('a pid file whose number now belongs to another process stands in nobody’s way', async () => {
  const other = spawn('sleep', ['60'], { ...accountFor() });
  children.push(other);
  const lines = [other.pid, data(), '1700000000', '5999', '', '127.0.0.1', '', 'ready   ', ''];
  const file = join(data(), 'postmaster.pid');
  writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  giveTo(accountFor(), file);
  const { url, stop } = await open();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop();
});

test('data of another major version stops the start with a sentence', async () => {
  const file = join(data(), 'PG_VERSION');
  const version = readFileSync(file, 'utf8');
  writeFileSync(file, '17\n');
  await expect(open()).rejects.toThrow('was written by PostgreSQL 17, and this program brings');
  writeFileSync(file, version);
});
