// What docker/ promises, as far as its texts can tell without a container engine.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { settings } from '../settings.ts';
import { initServer } from './server-init.ts';

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const compose = read('docker/compose.yml').replaceAll(/^\s*#.*\n/gm, '');
const { version } = JSON.parse(read('package.json')) as { version: string };

/** The part of the compose file about one service. */
function service(name: string): string {
  const [, text = ''] = new RegExp(`^ {2}${name}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(compose) ?? [];
  return text;
}

function variables(text: string, service: string): Record<string, string> {
  const [, lines = ''] = /^ {4}environment:\n((?: {6}.*\n)+)/m.exec(text) ?? [];
  const pairs = [...lines.matchAll(/^ {6}(\w+): (.+)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  expect(pairs, service).not.toEqual([]);
  return Object.fromEntries(pairs);
}

const services = ['database', 'search', 'app', 'proxy'];

test('every secret comes from the file of npm run server:init, which holds no other', async () => {
  const home = mkdtempSync(join(tmpdir(), 'counterpart-docker-'));
  await initServer(readConfig({}), ['--url', 'https://forum.example.org', '--to', join(home, 'f')]);
  const written = readFileSync(join(home, 'f'), 'utf8').match(/^\w+(?==)/gm);
  rmSync(home, { recursive: true });
  const asked = [...compose.matchAll(/\$\{(\w+):\?Run "npm run server:init" first\}/g)];
  expect(new Set(asked.map(([, name]) => name))).toEqual(new Set(written));
  // Whatever else may be set is empty without.
  const free = [...compose.matchAll(/\$\{[^}]*\}/g)].filter(([text]) => !text.includes(':?'));
  for (const [text] of free) expect(text).toMatch(/^\$\{\w+:-\}$/);
});

test.each(services)('%s: no password, key or address is written down', (name) => {
  for (const [variable, value] of Object.entries(variables(service(name), name))) {
    if (!/PASSWORD|KEY|SECRET|_URL$/.test(variable)) continue;
    expect(value).toMatch(/\$\{\w+:[?-]|^http:\/\/search:7700$/);
  }
});

test('every workspace is let into the image, without which nothing can be installed', () => {
  const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
  const inside = read('.dockerignore').match(/^!.+$/gm);
  for (const place of workspaces.map((name) => name.replace('/*', ''))) {
    expect([`!${place}`, `!${place}/package.json`].some((line) => inside?.includes(line))).toBe(
      true,
    );
  }
});

test('only the proxy publishes ports', () => {
  expect(services.filter((name) => /^ {4}ports:/m.test(service(name)))).toEqual(['proxy']);
  expect(compose.match(/^\s*(ports|network_mode|privileged):/gm)).toHaveLength(1);
});

test('images are pinned by version, and ours carries its own', () => {
  const images = services.map((name) => /^ {4}image: (\S+)$/m.exec(service(name))?.[1]);
  for (const image of images) expect(image).toMatch(/^[\w/]+:v?\d+\.\d+(\.\d+)?$/);
  expect(images[2]).toBe(`counterpart:${version}`);
  expect(images[0]).toMatch(/^postgres:18\./);
  const bases = [...read('docker/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  for (const base of bases) expect(base).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/);
});

test('the application can change nothing around it', () => {
  for (const line of ['read_only: true', 'cap_drop: [ALL]', '<<: *service']) {
    expect(service('app')).toContain(`    ${line}\n`);
  }
  expect(compose).toContain('  security_opt: ["no-new-privileges:true"]\n');
  const users = read('docker/Dockerfile').match(/^(FROM|USER) .*$/gm) ?? [];
  expect(users.map((line) => line.split(' ')[0])).toEqual(['FROM', 'USER', 'FROM', 'USER']);
});

test('the application gets settings that it takes', () => {
  const given = variables(service('app'), 'app');
  const known = Object.keys(settings);
  expect(Object.keys(given).filter((name) => !known.includes(name))).toEqual([]);
  const filled = Object.entries(given).map(([name, value]) => [
    name,
    value.replace(/\$\{PUBLIC_URL[^}]*\}/, 'https://forum.example.org').replace(/\$\{[^}]*\}/, ''),
  ]);
  expect(readConfig(Object.fromEntries(filled))).toMatchObject({
    mode: 'live',
    trustProxy: ['uniquelocal'],
    publicUrl: 'https://forum.example.org',
  });
});
