import { type RouteName, routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { routeCases } from '../route-cases/index.ts';
import { aWorld } from '../world.ts';

let t: TestApp;
let columns: string[];
beforeAll(async () => {
  t = await startTestApp();
  const rows = await t.sql<{ name: string }[]>`
    select distinct column_name as name from information_schema.columns
    where table_schema = 'public'`;
  const camel = (name: string) =>
    name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  columns = [...new Set(rows.flatMap(({ name }) => [name, camel(name)]))];
});
afterAll(() => t.close());

/** Every table but the sign-ins, whose use is noted. */
async function everyRow(): Promise<Record<string, string>> {
  const tables = await t.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind = 'r' and relname not in ('session', 'sign_in_attempt') order by relname`;
  const parts = tables.map(({ name }) => {
    return `select '${name}' as name, md5(coalesce(string_agg(x::text, '|' order by x::text), ''))
      as rows from "${name}" x`;
  });
  const found = await t.sql.unsafe(parts.join(' union all '));
  return Object.fromEntries(found.map((row) => [row['name'], row['rows']]));
}

const values = ['admin', 1, true, null, 'published'];
const writes = (Object.keys(routes) as RouteName[]).filter(
  (name) => routes[name].method !== 'GET' && !['becomeCastMember', 'signOut'].includes(name),
);

it.each(writes)('%s takes no column of any table beside its own fields', async (name) => {
  const given = routeCases[name];
  const world = await aWorld(t);
  const input = (await given.input?.(world)) ?? {};
  const client = given.as === 'anyone' ? t.anyone : await t.as(world.people[given.as]);
  const own = (input.body ?? {}) as Record<string, unknown>;
  const foreign = columns.filter((column) => !(column in own));
  await t.settle();
  const before = await everyRow();
  for (const value of values) {
    const extra = Object.fromEntries(foreign.map((column) => [column, value]));
    const problem = await client.refused(routes[name], { ...input, body: { ...extra, ...own } });
    expect(problem.code).toBe('invalid-request');
  }
  // Each alone, too: none of them slips through in company of another.
  const named = new Set<string>();
  const body = { ...Object.fromEntries(foreign.map((column) => [column, 'x'])), ...own };
  const { fields = [] } = await client.refused(routes[name], { ...input, body });
  for (const { path } of fields) named.add(path);
  expect(foreign.filter((column) => !named.has(column))).toEqual([]);
  await t.settle();
  expect(await everyRow()).toEqual(before);
});
