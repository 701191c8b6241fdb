import type postgres from 'postgres';

export const OLDEST_MAJOR = 16;
const EXTENSIONS = ['pg_trgm', 'unaccent', 'btree_gin'];

/** What a database says about itself. */
export interface Facts {
  /** As `server_version_num`: 180004 for 18.4. */
  version: number;
  database: string;
  user: string;
  encoding: string;
  /** `c` libc, `i` ICU, `b` built in. */
  provider: string;
  /** What the system's own functions go by, which searching asks whatever the provider is. */
  ctype: string;
  locale: string | null;
  /** A copy that follows another server, or one that was set to take no changes. */
  closed: 'standby' | 'read-only' | null;
  mayCreate: boolean;
  mayCreateInPublic: boolean;
  /** The owner of this program's tables, when that is neither the user nor a role of the user. */
  foreignOwner: string | null;
  /** Some tables of another program; none where this program's own are. */
  others: string[];
  /** Needed extensions that are neither there nor can be made by this user. */
  missing: string[];
  /** The newest migration that was run, in ms since 1970; null when none was. */
  migrated: number | null;
}

const UNKNOWN: Facts = {
  version: 0,
  database: '',
  user: '',
  encoding: '',
  provider: '',
  ctype: '',
  locale: null,
  closed: null,
  mayCreate: false,
  mayCreateInPublic: false,
  foreignOwner: null,
  others: [],
  missing: [],
  migrated: null,
};

/** Asks the database about itself. */
export async function readFacts(sql: postgres.Sql): Promise<Facts> {
  const version = Number((await sql`show server_version_num`)[0]?.['server_version_num']);
  // Older servers lack the columns asked for below, and are refused anyway.
  if (version < OLDEST_MAJOR * 10_000) return { ...UNKNOWN, version };
  const itself = { ...UNKNOWN, version, ...(await readItself(sql)), ...(await readTables(sql)) };
  // The notes of somebody else's migrations may not even be read.
  return itself.foreignOwner === null ? { ...itself, migrated: await lastMigration(sql) } : itself;
}

async function readItself(sql: postgres.Sql) {
  const [row] = await sql<Partial<Facts>[]>`
    select d.datname::text as database, current_user::text as user,
      pg_encoding_to_char(d.encoding)::text as encoding, d.datlocprovider::text as provider,
      d.datctype::text as ctype,
      coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') as locale,
      case when pg_is_in_recovery() then 'standby'
        when current_setting('transaction_read_only') = 'on' then 'read-only' end as closed,
      has_database_privilege(d.oid, 'create') as "mayCreate",
      coalesce((
        select has_schema_privilege(oid, 'create') and has_schema_privilege(oid, 'usage')
        from pg_namespace where nspname = 'public'
      ), false) as "mayCreateInPublic",
      array(
        select wanted from unnest(${EXTENSIONS}::text[]) wanted
        where not exists (select from pg_extension where extname = wanted)
          and not exists (
            select from pg_available_extension_versions v
            where v.name = wanted and (v.trusted or (select rolsuper from pg_roles where rolname = current_user))
          )
      ) as missing
    from pg_database d where d.datname = current_database()`;
  return row;
}

/** Whose tables are here. What an extension brought belongs to nobody. */
async function readTables(sql: postgres.Sql) {
  const [row] = await sql<Pick<Facts, 'foreignOwner' | 'others'>[]>`
    with held as (
      select c.relname, pg_get_userbyid(c.relowner) as owner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('r', 'p', 'f', 'v', 'm')
        and not exists (
          select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
        )
    ), ours as (
      select owner from held
      where relname = 'log_head' and exists (select from pg_namespace where nspname = 'drizzle')
    )
    select (select owner::text from ours where not pg_has_role(owner, 'usage')) as "foreignOwner",
      array(
        select relname::text from held where not exists (select from ours) order by relname limit 4
      ) as others`;
  return row;
}

async function lastMigration(sql: postgres.Sql): Promise<number | null> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (table?.['found'] === null) return null;
  const [last] = await sql<{ at: string | null }[]>`
    select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  return last?.at == null ? null : Number(last.at);
}
