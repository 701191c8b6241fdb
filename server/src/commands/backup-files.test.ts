// The embedded network: stopped, copied, damaged, restored.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { startDatabase } from '../start-database.ts';
import { runCommandAs, runCommandWith, spawnCommandWith } from '../testing/command.ts';
import { makeNetworkBackup } from './backup.ts';
import { restoreNetwork } from './restore.ts';

const home = mkdtempSync(join(tmpdir(), 'counterpart-backup-'));
const dataDir = join(home, 'data');
const backups = join(home, 'backups');

/** PostgreSQL's own account must be able to pass. */
beforeAll(() => {
  chmodSync(home, 0o755);
  mkdirSync(backups);
});
afterAll(() => rmSync(home, { recursive: true }));

const envOf = (folder: string) => ({ DATA_DIR: folder, MODE: 'live' });
const run = (folder: string, ...args: string[]) => runCommandWith(envOf(folder), ...args);
const restoreHere = (folder: string, ...args: string[]) =>
  restoreNetwork(readConfig(envOf(folder)), args);

/** The addresses that have a link in the network of this folder. */
async function linksIn(folder: string): Promise<string[]> {
  const { url, stop } = await startDatabase(readConfig(envOf(folder)));
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ email: string }[]>`select email from account_link order by email`;
  await sql.end();
  await stop();
  return rows.map(({ email }) => email);
}

async function backUp(): Promise<string> {
  const { code, output } = await run(dataDir, 'backup', backups);
  expect(output).toMatch(/ holds the embedded network in .* read back and found whole\./);
  expect(code).toBe(0);
  return /^\S+/.exec(output)?.[0] ?? '';
}

/** A copy of a backup, changed. */
function damaged(backup: string, change: (folder: string) => void): string {
  const copy = join(home, 'damaged');
  rmSync(copy, { recursive: true, force: true });
  cpSync(backup, copy, { recursive: true });
  change(copy);
  return copy;
}

test('where there is no network, none is copied and none is made', async () => {
  const { code, output } = await run(dataDir, 'backup', backups);
  expect(output).toBe(
    `There is no network in ${dataDir}. Set DATA_DIR to the folder of the network, or DATABASE_URL to its database.\n`,
  );
  expect(code).toBe(2);
  expect(readdirSync(home)).toEqual(['backups']);
  expect(readdirSync(backups)).toEqual([]);
}, 30_000);

test('it is refused while the network is in use, which goes on', async () => {
  const { url, stop } = await startDatabase(readConfig(envOf(dataDir)));
  const { code, output } = await run(dataDir, 'backup', backups);
  expect(output).toBe(
    `The database in ${dataDir} is already in use by process ${process.pid}. Stop that one first, or choose another DATA_DIR.\n`,
  );
  expect(code).toBe(2);
  expect(readdirSync(backups)).toEqual([]);
  const sql = postgres(url, { max: 1 });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
  await stop();
}, 60_000);

test('what was copied comes back in another place, and its sums are those of sha256sum', async () => {
  expect((await run(dataDir, 'admin:create', '--email', 'first@network.example')).code).toBe(0);
  const backup = await backUp();
  expect(statSync(backup).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(backup, 'SHA256SUMS'), 'utf8')).toMatch(/^([0-9a-f]{64} {2}\S.*\n)+$/);
  const other = join(home, 'other');
  const { code, output } = await run(other, 'restore', backup);
  expect(output).toBe(
    `The network from ${backup} is in ${other} and starts with the next start.\n`,
  );
  expect(code).toBe(0);
  expect(await linksIn(other)).toEqual(['first@network.example']);
}, 60_000);

test('a network is overwritten only when asked for, and then kept aside', async () => {
  const backup = await backUp();
  expect((await run(dataDir, 'admin:create', '--email', 'later@network.example')).code).toBe(0);
  await expect(restoreHere(dataDir, backup)).rejects.toThrow(
    `There is a network in ${dataDir} already. Choose another DATA_DIR, or say --replace`,
  );
  const both = ['first@network.example', 'later@network.example'];
  expect(await linksIn(dataDir)).toEqual(both);
  const sentence = await restoreHere(dataDir, backup, '--replace');
  expect(await linksIn(dataDir)).toEqual(['first@network.example']);
  const aside = /is in (\S+): remove it/.exec(sentence)?.[1] ?? '';
  rmSync(join(dataDir, 'cluster'), { recursive: true });
  renameSync(aside, join(dataDir, 'cluster'));
  expect(await linksIn(dataDir)).toEqual(both);
}, 60_000);

test.each<[string, (folder: string) => void, string]>([
  [
    'with a file more',
    (at) => writeFileSync(join(at, 'files/cut'), ''),
    'files/cut was not part of it',
  ],
  [
    'changed',
    (at) => appendFileSync(join(at, 'files/data/PG_VERSION'), ' '),
    'files/data/PG_VERSION was changed',
  ],
  ['without a file', (at) => unlinkSync(join(at, 'files/password')), 'files/password is missing'],
  ['without its page', (at) => unlinkSync(join(at, 'about.json')), 'about.json is missing'],
  ['without its sums', (at) => unlinkSync(join(at, 'SHA256SUMS')), 'has no SHA256SUMS'],
])(
  'a backup that is damaged is refused and nothing is changed: %s',
  async (_, change, word) => {
    const [name = ''] = readdirSync(backups);
    const folder = damaged(join(backups, name), change);
    await expect(restoreHere(dataDir, folder, '--replace')).rejects.toThrow(word);
    expect(readdirSync(dataDir).filter((entry) => entry.startsWith('cluster'))).toEqual([
      'cluster',
    ]);
  },
  30_000,
);

/** Root may read everything: then it is somebody else who may not. */
const somebody =
  process.getuid?.() === 0
    ? { uid: Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })) }
    : {};

test.each<[string, string, number]>([
  ['not to be entered', '.', 0o600],
  ['with a file that is not to be read', 'files/password', 0o000],
])(
  'a backup is not called damaged because of missing rights: %s',
  async (_, path, mode) => {
    const [name = ''] = readdirSync(backups);
    const folder = damaged(join(backups, name), (at) => {
      for (const entry of ['.', ...readdirSync(at, { recursive: true, encoding: 'utf8' })])
        chmodSync(join(at, entry), 0o755);
      chmodSync(join(at, path), mode);
    });
    const { code, output } = await runCommandAs(somebody, envOf(dataDir), 'restore', folder);
    chmodSync(join(folder, path), 0o755);
    expect(output).toMatch(
      /^Nothing was restored: EACCES: permission denied, .* This user may not do that: be the user/,
    );
    expect(code).toBe(2);
  },
  30_000,
);

test('a network in use is not replaced', async () => {
  const [name = ''] = readdirSync(backups);
  const { stop } = await startDatabase(readConfig(envOf(dataDir)));
  await expect(restoreHere(dataDir, join(backups, name), '--replace')).rejects.toThrow(
    `The database in ${dataDir} is already in use by process ${process.pid}.`,
  );
  await stop();
}, 30_000);

test('a restore that is killed while it copies leaves the network as it was', async () => {
  const [name = ''] = readdirSync(backups);
  const before = await linksIn(dataDir);
  const env = envOf(dataDir);
  const restore = spawnCommandWith(env, 'restore', join(backups, name), '--replace');
  const exit = once(restore, 'exit');
  const drafts = () => readdirSync(dataDir).filter((entry) => entry.startsWith('cluster-draft'));
  await vi.waitUntil(() => drafts().some((draft) => existsSync(join(dataDir, draft, 'data'))), {
    timeout: 20_000,
    interval: 5,
  });
  restore.kill('SIGKILL');
  expect(await exit).toEqual([null, 'SIGKILL']);
  expect(drafts()).toHaveLength(1);
  expect(await linksIn(dataDir)).toEqual(before);
  expect(drafts()).toEqual([]);
}, 60_000);

test('a restore that was killed between its renames is finished by the next start', async () => {
  renameSync(join(dataDir, 'cluster'), join(dataDir, 'cluster-restored'));
  expect(await linksIn(dataDir)).toContain('first@network.example');
  expect(existsSync(join(dataDir, 'cluster-restored'))).toBe(false);
}, 30_000);

test('each says what is missing when it is called wrongly', async () => {
  const config = readConfig(envOf(dataDir));
  for (const args of [[], ['--help'], ['a', 'b']]) {
    await expect(makeNetworkBackup(config, args)).rejects.toThrow('Say in which folder');
  }
  for (const args of [[], ['a', '--force'], ['a', 'b']]) {
    await expect(restoreNetwork(config, args)).rejects.toThrow('Say which backup');
  }
});

test('a folder that is not there, or cannot be written, is told in a sentence', async () => {
  const file = join(home, 'a-file');
  writeFileSync(file, '');
  for (const wrong of [file, join(home, 'nowhere'), '/proc/nowhere']) {
    await expect(makeNetworkBackup(readConfig(envOf(dataDir)), [wrong])).rejects.toThrow(
      `There is no folder ${wrong}. Make it, or mount its disk`,
    );
  }
  expect(existsSync(join(home, 'nowhere'))).toBe(false);
  await expect(makeNetworkBackup(readConfig(envOf(dataDir)), ['/proc'])).rejects.toThrow(
    /^The backup was not made: E.* mkdir .*, then start again\.$/,
  );
});

test('the files of an embedded network are not for a database of your own', async () => {
  const [name = ''] = readdirSync(backups);
  const config = readConfig({ DATABASE_URL: 'postgres://me@127.0.0.1:1/nowhere' });
  await expect(restoreNetwork(config, [join(backups, name)])).rejects.toThrow(
    'holds the files of an embedded network, and DATABASE_URL is set',
  );
}, 30_000);
