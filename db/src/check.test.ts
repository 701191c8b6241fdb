import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { checkDatabase, checkFacts, type Facts } from './check.ts';
import { StartError } from './start-error.ts';
import { CLUSTER_VARIABLE, createTestDatabase } from './testing/template.ts';

const good: Facts = {
  version: 160_000,
  database: 'house',
  user: 'owner',
  encoding: 'UTF8',
  provider: 'c',
  ctype: 'fr_FR.UTF-8',
  locale: null,
  mayCreate: true,
  missing: [],
  migrated: 1_000,
};

const cluster = () => process.env[CLUSTER_VARIABLE] ?? '';

function clusterWith(change: (url: URL) => void): string {
  const url = new URL(cluster());
  change(url);
  return url.href;
}

test('a database that fits is accepted', async () => {
  expect(() => checkFacts(good, 1_000)).not.toThrow();
  const { ownerUrl, drop } = await createTestDatabase();
  await checkDatabase(ownerUrl);
  await drop();
});

test.each<[string, Partial<Facts>, string]>([
  ['too old', { version: 150_020 }, 'needs 16 or newer'],
  ['another encoding', { encoding: 'LATIN1' }, 'Make a new one: CREATE DATABASE'],
  ['C letters', { ctype: 'C' }, 'collation C'],
  ['POSIX letters', { ctype: 'POSIX' }, 'collation POSIX'],
  ['built-in C letters', { provider: 'b', locale: 'C', ctype: 'fr_FR.UTF-8' }, 'collation C'],
  ['not the owner', { mayCreate: false }, 'ALTER DATABASE "house" OWNER TO "owner"'],
  ['no extensions', { missing: ['pg_trgm', 'unaccent'] }, 'pg_trgm, unaccent'],
  ['a newer program', { migrated: 1_001 }, 'newer version of Counterpart'],
])('%s stops the start with a sentence', (_, facts, sentence) => {
  const check = () => checkFacts({ ...good, ...facts }, 1_000);
  expect(check).toThrow(StartError);
  expect(check).toThrow(sentence);
});

test('an ICU or built-in UTF-8 provider knows its letters, whatever ctype says', () => {
  expect(() => checkFacts({ ...good, provider: 'i', ctype: 'C' }, 1_000)).not.toThrow();
  expect(() => checkFacts({ ...good, provider: 'b', locale: 'C.UTF-8' }, 1_000)).not.toThrow();
});

test('a real database with C collation is refused', async () => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const owner = postgres(cluster(), { max: 1 });
  await owner.unsafe(`create database ${name} template template0 locale_provider libc locale 'C'`);
  const url = clusterWith((to) => (to.pathname = name));
  await expect(checkDatabase(url)).rejects.toThrow('encoding UTF8 and collation C');
  await owner.unsafe(`drop database ${name} with (force)`);
  await owner.end();
});

test('a wrong address is told apart: nobody there, wrong password, no such database', async () => {
  const nobody = clusterWith((url) => (url.port = '1'));
  const password = clusterWith((url) => (url.password = 'wrong-secret'));
  const missing = clusterWith((url) => (url.pathname = 'nowhere'));
  await expect(checkDatabase(nobody)).rejects.toThrow('127.0.0.1:1 cannot be reached');
  await expect(checkDatabase(missing)).rejects.toThrow('has no database "nowhere"');
  const refusal = await checkDatabase(password).catch((error: Error) => error.message);
  expect(refusal).toContain('does not accept the user "counterpart"');
  expect(refusal).not.toContain('wrong-secret');
});
