import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { runCommandWith } from '../testing/command.ts';
import { initServer } from './server-init.ts';

const home = mkdtempSync(join(tmpdir(), 'counterpart-init-'));
afterAll(() => rmSync(home, { recursive: true }));

const url = 'https://forum.example.org';
const init = (...args: string[]) => initServer(readConfig({}), args);

function read(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([name, value]) => [name, value]));
}

it('writes random secrets for one user alone, says which, and shows none', async () => {
  const file = join(home, 'first');
  const { code, output } = await runCommandWith({}, 'server:init', '--url', url, '--to', file);
  expect(code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { PUBLIC_URL, ...secrets } = read(file);
  expect(PUBLIC_URL).toBe(url);
  expect(Object.keys(secrets)).toEqual([
    'POSTGRES_PASSWORD',
    'DATABASE_PASSWORD',
    'MEILI_MASTER_KEY',
  ]);
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(output).toContain(name);
    expect(output).not.toContain(secret);
  }
  await init('--url', url, '--to', join(home, 'second'));
  const all = [...Object.values(secrets), ...Object.values(read(join(home, 'second'))).slice(1)];
  expect(new Set(all).size).toBe(6);
}, 30_000);

it('never writes over a file', async () => {
  const file = join(home, 'first');
  const before = readFileSync(file, 'utf8');
  await expect(init('--url', url, '--to', file)).rejects.toThrow('was left as it is');
  expect(readFileSync(file, 'utf8')).toBe(before);
  const nowhere = join(home, 'nowhere', 'file');
  await expect(init('--url', url, '--to', nowhere)).rejects.toThrow('cannot be written: ENOENT');
});

it('without containers the file holds settings that the server takes', async () => {
  const file = join(home, 'bare');
  await init('--url', url, '--to', file, '--without-containers');
  const { DATABASE_PASSWORD = '', ...env } = read(file);
  const { publicUrl, mode, host, trustProxy, databaseUrl } = readConfig(env);
  expect({ publicUrl, mode, host, trustProxy, databaseUrl }).toEqual({
    publicUrl: url,
    mode: 'live',
    host: '127.0.0.1',
    trustProxy: ['loopback'],
    databaseUrl: `postgres://counterpart:${DATABASE_PASSWORD}@127.0.0.1:5432/counterpart`,
  });
});

it('asks for the address when it is called without', async () => {
  await expect(init()).rejects.toThrow(/^Say at which address/);
});

const address = /^The address after --url must be an http or https address without path.*\nSay at/;
it.each<[string[], RegExp | string]>([
  [['--url'], "Option '--url <value>' argument missing.\nSay at which address"],
  [['--url', url, '--force'], "Unknown option '--force'.\nSay at which address"],
  [['--url', url, 'more'], "Unexpected argument 'more'.\nSay at which address"],
  [['--url', 'forum.example.org'], address],
  [['--url', `${url}/forum`], address],
  [['--url', 'https://me:word@example.org'], address],
  [['--url', 'https://exa$mple.org'], address],
  [['--url', `${url}:8443`], 'on the ports 80 and 443 only: leave out ":8443".'],
  [['--url', url, '--to', home], `${home} is a folder. Name the file that shall be written`],
])('says what is wrong when it is called wrongly: %j', async (args, sentence) => {
  await expect(init(...args)).rejects.toThrow(sentence);
});

it('takes a port where no container stands in front', async () => {
  const file = join(home, 'port');
  await init('--url', `${url}:8443`, '--to', file, '--without-containers');
  expect(read(file)['PUBLIC_URL']).toBe(`${url}:8443`);
});

it('takes a path from where the operator stands', async () => {
  const typed = ['server:init', '--url', url, '--to', 'from-here'];
  const { output } = await runCommandWith({ INIT_CWD: home }, ...typed);
  expect(output).toMatch(`${join(home, 'from-here')} was written`);
}, 30_000);
