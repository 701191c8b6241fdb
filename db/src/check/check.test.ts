import { expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { createTestDatabase } from '../testing/template.ts';
import { checkDatabase } from './check-database.ts';
import type { Facts } from './facts.ts';
import { checkFacts } from './rules.ts';

const good: Facts = {
  version: 160_000,
  database: 'house',
  user: 'owner',
  encoding: 'UTF8',
  provider: 'c',
  ctype: 'fr_FR.UTF-8',
  locale: null,
  closed: null,
  mayCreate: true,
  mayCreateInPublic: true,
  foreignOwner: null,
  others: [],
  missing: [],
  migrated: 1_000,
};

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
  ['C letters under ICU', { provider: 'i', locale: 'und', ctype: 'C' }, 'LC_CTYPE C'],
  ['C letters under a built-in', { provider: 'b', locale: 'C.UTF-8', ctype: 'POSIX' }, 'POSIX'],
  ['a standby', { closed: 'standby' }, 'Point DATABASE_URL at the primary'],
  ['not the owner', { mayCreate: false }, 'ALTER DATABASE "house" OWNER TO "owner"'],
  ['no extensions', { missing: ['pg_trgm', 'unaccent'] }, 'pg_trgm, unaccent'],
  ['a newer program', { migrated: 1_001 }, 'newer version of Counterpart'],
])('%s stops the start with a sentence', (_, facts, sentence) => {
  const check = () => checkFacts({ ...good, ...facts }, 1_000);
  expect(check).toThrow(StartError);
  expect(check).toThrow(sentence);
});

test('an ICU or built-in UTF-8 provider is accepted where the system knows letters too', () => {
  const ctype = 'C.UTF-8';
  expect(() => checkFacts({ ...good, provider: 'i', locale: 'und', ctype }, 1_000)).not.toThrow();
  expect(() => checkFacts({ ...good, provider: 'b', locale: ctype, ctype }, 1_000)).not.toThrow();
});
