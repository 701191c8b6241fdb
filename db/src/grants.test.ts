import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

// Written by hand: what serving connections may do, and nothing beside it.
const read = ['network', 'log_head'];
const readAndWrite = [
  'account_link',
  'archive_run',
  'institution',
  'member',
  'post',
  'region',
  'role_grant',
  'space',
  'theme',
  'thread',
];
const readAndInsert = ['archive_item', 'archive_source'];
const readWriteAndDelete = [
  'bookmark',
  'consumer_cursor',
  'draft',
  'glossary_meaning',
  'member_credential',
  'member_person',
  'post_mention',
  'post_reaction',
  'post_revision',
  'search_change',
  'search_doc',
  'search_shelf',
  'search_word',
  'session',
  'sign_in_attempt',
  'space_member',
  'space_request',
  'synthesis',
  'synthesis_source',
  'thread_reader',
  'thread_theme',
];
const expected: Record<string, string> = {
  ...Object.fromEntries(read.map((table) => [table, 'SELECT'])),
  ...Object.fromEntries(readAndInsert.map((table) => [table, 'INSERT SELECT'])),
  ...Object.fromEntries(readAndWrite.map((table) => [table, 'INSERT SELECT UPDATE'])),
  ...Object.fromEntries(readWriteAndDelete.map((table) => [table, 'DELETE INSERT SELECT UPDATE'])),
  event: 'DELETE SELECT',
  event_pending: 'INSERT',
};

let database: TestDatabase;
let owner: Sql;
let app: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1 });
  app = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

it('lists every table with what the application may do in it', async () => {
  const rows = await owner<{ table: string; may: string }[]>`
    select c.relname as table, coalesce(string_agg(p.privilege, ' ' order by p.privilege)
      filter (where has_table_privilege('counterpart_app', c.oid, p.privilege)), '') as may
    from pg_class c
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES',
      'TRIGGER']) as p(privilege)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    group by c.relname`;
  expect(Object.fromEntries(rows.map(({ table, may }) => [table, may]))).toEqual(expected);
});

it('lets the application use two sequences and two functions of our own', async () => {
  const sequences = await owner<{ name: string }[]>`
    select relname as name from pg_class
    where case when relkind = 'S' then has_sequence_privilege('counterpart_app', oid, 'USAGE') end`;
  expect(sequences.map(({ name }) => name)).toEqual([
    'event_pending_id_seq',
    'search_change_order_seq',
  ]);
  const functions = await owner<{ name: string; definer: boolean; path: string[] }[]>`
    select p.oid::regprocedure::text as name, p.prosecdef as definer, p.proconfig as path
    from pg_proc p
    left join pg_depend d on d.objid = p.oid and d.deptype = 'e'
    where p.pronamespace = 'public'::regnamespace and d.objid is null order by 1`;
  expect([...functions]).toEqual([
    { name: 'folded(text)', definer: false, path: null },
    { name: 'number_events(integer)', definer: true, path: ['search_path=public, pg_temp'] },
  ]);
});

it('gives the application nothing beyond its own role', async () => {
  const [role] = await app`
    select current_user as name, rolsuper, rolcreaterole, rolcreatedb, rolreplication,
           rolbypassrls, rolcanlogin,
           has_schema_privilege('public', 'create') as creates,
           has_database_privilege(current_database(), 'create') as "createsSchemas",
           (select count(*)::int from pg_auth_members where member = r.oid) as roles
    from pg_roles r where rolname = current_user`;
  expect(role).toEqual({
    name: 'counterpart_app',
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    rolbypassrls: false,
    rolcanlogin: false,
    creates: false,
    createsSchemas: false,
    roles: 0,
  });
});

it.each([
  ['switch the mode of the network', "update network set mode = 'demo'"],
  ['write the log past the numberer', 'insert into event values (1)'],
  ['move the head of the log', 'update log_head set seq = 0'],
  ['look into events that are not numbered yet', 'select from event_pending'],
  ['take a thread away', 'delete from thread'],
  ['take a member away', 'delete from member'],
  ['empty a table', 'truncate draft'],
])('does not let the application %s', async (_what, statement) => {
  await expect(app.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
});
