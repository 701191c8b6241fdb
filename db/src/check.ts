import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { errorCode } from './error-code.ts';
import { migrationsFolder } from './migrate.ts';
import { StartError } from './start-error.ts';

const OLDEST_MAJOR = 16;
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
  ctype: string;
  locale: string | null;
  mayCreate: boolean;
  /** Needed extensions that are neither there nor can be made by this user. */
  missing: string[];
  /** The newest migration that was run, in ms since 1970; null when none was. */
  migrated: number | null;
}

/**
 * Connects as the owner and makes sure that this program can live in the database: reachable, recent
 * enough, knowing letters beyond ASCII, with its extensions, and not written by a newer program.
 * Each refusal is a StartError that says what to do.
 */
export async function checkDatabase(ownerUrl: string, folder = migrationsFolder()): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await sql`set statement_timeout = '10s'`.catch((error: unknown) =>
      refuseConnection(ownerUrl, error),
    );
    checkFacts(await readFacts(sql), newestMigration(folder));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The rules of checkDatabase; `newest` is the newest migration this program brings, in ms since 1970. */
export function checkFacts(facts: Facts, newest: number): void {
  const { database, user } = facts;
  const major = Math.floor(facts.version / 10_000);
  if (major < OLDEST_MAJOR) {
    throw new StartError(
      `The database server is PostgreSQL ${major}; Counterpart needs ${OLDEST_MAJOR} or newer. ` +
        'Upgrade the server, or point DATABASE_URL at another one.',
    );
  }
  if (facts.encoding !== 'UTF8' || !knowsLetters(facts)) {
    throw new StartError(
      `The database "${database}" has encoding ${facts.encoding} and collation ${facts.locale ?? facts.ctype}, ` +
        'with which accents and Arabic letters cannot be searched. Make a new one: CREATE DATABASE ' +
        "counterpart TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C.UTF-8';",
    );
  }
  if (!facts.mayCreate) {
    throw new StartError(
      `The database user "${user}" may not create tables in "${database}". ` +
        `Ask an administrator to run: ALTER DATABASE "${database}" OWNER TO "${user}";`,
    );
  }
  if (facts.missing.length > 0) {
    const list = facts.missing.join(', ');
    throw new StartError(
      `The database "${database}" lacks extensions that the user "${user}" cannot make: ${list}. Install ` +
        'the contrib package of PostgreSQL, or ask an administrator to run CREATE EXTENSION for each.',
    );
  }
  if (facts.migrated !== null && facts.migrated > newest) {
    throw new StartError(
      `The database "${database}" was written by a newer version of Counterpart. ` +
        'Start that version or a newer one; this one would not understand the data.',
    );
  }
}

function knowsLetters({ provider, ctype, locale }: Facts): boolean {
  const rules = provider === 'c' ? ctype : (locale ?? '');
  return provider === 'i' || (rules !== 'C' && rules !== 'POSIX' && rules !== '');
}

async function readFacts(sql: postgres.Sql): Promise<Facts> {
  const version = Number((await sql`show server_version_num`)[0]?.['server_version_num']);
  // Older servers lack the columns asked for below, and are refused anyway.
  if (version < OLDEST_MAJOR * 10_000) return { ...UNKNOWN, version };
  const [row] = await sql<Omit<Facts, 'version' | 'migrated'>[]>`
    select d.datname::text as database, current_user::text as user,
      pg_encoding_to_char(d.encoding)::text as encoding, d.datlocprovider::text as provider,
      d.datctype::text as ctype,
      coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') as locale,
      has_database_privilege(d.oid, 'create') as "mayCreate",
      array(
        select wanted from unnest(${EXTENSIONS}::text[]) wanted
        where not exists (select from pg_extension where extname = wanted)
          and not exists (
            select from pg_available_extension_versions v
            where v.name = wanted and (v.trusted or (select rolsuper from pg_roles where rolname = current_user))
          )
      ) as missing
    from pg_database d where d.datname = current_database()`;
  return { ...UNKNOWN, ...row, version, migrated: await lastMigration(sql) };
}

const UNKNOWN: Facts = {
  version: 0,
  database: '',
  user: '',
  encoding: '',
  provider: '',
  ctype: '',
  locale: null,
  mayCreate: false,
  missing: [],
  migrated: null,
};

async function lastMigration(sql: postgres.Sql): Promise<number | null> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (table?.['found'] === null) return null;
  const [last] = await sql<{ at: string | null }[]>`
    select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  return last?.at == null ? null : Number(last.at);
}

function newestMigration(folder: string): number {
  const file = join(folder, 'meta', '_journal.json');
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(file, 'utf8'));
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}

/** Says in a sentence why there is no connection. The password in the address is never shown. */
export function refuseConnection(url: string, error: unknown): never {
  const { hostname, port, pathname, username } = new URL(url);
  const server = `${hostname || 'localhost'}:${port || '5432'}`;
  const database = decodeURIComponent(pathname.slice(1));
  const user = decodeURIComponent(username);
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      throw new StartError(
        `The database server at ${server} does not accept the user "${user}" with this password. ` +
          'Correct the user and password in DATABASE_URL.',
      );
    case '3D000':
      throw new StartError(
        `The database server at ${server} has no database "${database}". ` +
          `Make it with CREATE DATABASE, or correct the name in DATABASE_URL.`,
      );
    case '57P03':
    case '53300':
      throw new StartError(
        `The database server at ${server} takes no connections now: ${describe(error)}. ` +
          'Wait a moment and start again.',
      );
    default:
      throw new StartError(
        `The database server at ${server} cannot be reached: ${describe(error)}. Start it, correct ` +
          'DATABASE_URL, or leave DATABASE_URL out to use the embedded database.',
      );
  }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text || (errorCode(error) ?? 'no answer');
}
