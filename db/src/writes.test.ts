import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, type Orm, openDatabase } from './client.ts';
import { theme } from './schema/index.ts';
import { type Statement, statement } from './statement.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  // One connection for each kind, so that what it keeps can be looked at.
  db = openDatabase({ url: database.url, connections: 1 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const aTheme = (slug: string) => ({ slug, nameEn: slug, nameFr: slug, nameAr: slug });
const themesNamed = (orm: Orm, slug: string) =>
  orm.select({ slug: theme.slug }).from(theme).where(eq(theme.slug, slug));

/** What the connection of transactions has prepared that mentions a text. */
async function preparedWith(text: string): Promise<number> {
  const rows = await db.query((orm) =>
    orm.execute<{ count: number }>(
      sql.raw(`select count(*)::int as count from pg_prepared_statements
               where statement like '%${text}%' and statement not like '%pg_prepared%'`),
    ),
  );
  return rows[0]?.count ?? 0;
}

test('what drizzle sends is prepared once, in and outside of transactions', async () => {
  for (let n = 0; n < 3; n += 1) {
    await db.query((orm) => themesNamed(orm, `none-${n}`));
    await db.transaction({ memberId: null }, ({ orm }) => themesNamed(orm, `none-${n}`));
  }
  expect(await preparedWith('"theme"."slug" = $1')).toBe(1);
});

test('a statement that is long is not kept', async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `a-${n}`);
  await db.query((orm) =>
    orm.execute(sql`select 1 as one where 'lengthy' in (${sql.join(many, sql`, `)})`),
  );
  expect(await preparedWith('lengthy')).toBe(0);
});

test('a statement that is put together once runs in the transaction it is given', async () => {
  const insert: Statement<{ slug: string; name: string }> = statement((orm) =>
    orm.insert(theme).values({
      slug: sql.placeholder('slug'),
      nameEn: sql.placeholder('name'),
      nameFr: sql.placeholder('name'),
      nameAr: sql.placeholder('name'),
    }),
  );
  const two = openDatabase({ url: database.url, connections: 2 });
  await two.transaction({ memberId: null }, async ({ orm }) => {
    await insert(orm, { slug: 'stays', name: 'It stays' });
    // Of another transaction that is open at the same time, and that ends otherwise.
    const undone = two.transaction({ memberId: null }, async (other) => {
      await insert(other.orm, { slug: 'undone', name: 'Undone' });
      expect(await themesNamed(other.orm, 'undone')).toHaveLength(1);
      throw new Error('not wanted after all');
    });
    await expect(undone).rejects.toThrow('not wanted after all');
  });
  await two.close();
  expect(await db.query((orm) => themesNamed(orm, 'undone'))).toEqual([]);
  expect(await db.query((orm) => themesNamed(orm, 'stays'))).toEqual([{ slug: 'stays' }]);
});

test.each([1, 9])('a change whose %i events cannot be stored is undone', async (count) => {
  const slug = `untold-${count}`;
  const untold = db.transaction({ memberId: null }, async (tx) => {
    await tx.orm.insert(theme).values(aTheme(slug));
    for (let n = 0; n < count; n += 1) {
      tx.emit({ scope: 'network', type: 'post.created', subject: 1, version: null as never });
    }
  });
  await expect(untold).rejects.toThrow();
  expect(await db.query((orm) => themesNamed(orm, slug))).toEqual([]);
});

test.each([1, 8, 9])('%i events of a change are numbered in their order', async (count) => {
  const subjects = Array.from({ length: count }, (_, n) => count * 100 + n);
  await db.transaction({ memberId: null }, async (tx) => {
    for (const subject of subjects) {
      tx.emit({ scope: 'staff', type: 'post.created', subject, version: 1 });
    }
  });
  await db.numberer.drain();
  const rows = await db.read(
    (tag) => tag<{ subject: number }[]>`
      select subject::float8 as subject from event
      where scope = 'staff' and subject between ${count * 100} and ${count * 100 + 99} order by seq`,
  );
  expect(rows.map(({ subject }) => subject)).toEqual(subjects);
});
