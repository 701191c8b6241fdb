import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createTestDatabase } from './template.ts';

test('each test database stands alone, and serving connections begin in the role of the app', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const owner = postgres(one.ownerUrl, { max: 1 });
  const app = postgres(one.url, { max: 1 });
  const other = postgres(two.ownerUrl, { max: 1 });
  await owner`create table mine (id int)`;
  expect(await app`select current_user::text as role`).toEqual([{ role: 'counterpart_app' }]);
  await expect(app`drop table mine`).rejects.toThrow('must be owner');
  expect(await other`select to_regclass('mine') as found`).toEqual([{ found: null }]);
  await Promise.all([owner, app, other].map((sql) => sql.end()));
  await Promise.all([one.drop(), two.drop()]);
});
