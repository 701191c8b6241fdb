import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { errorCode } from './error-code.ts';
import { locks } from './locks.ts';
import { StartError } from './start-error.ts';

/** The role of serving connections: it may read and write what the migrations grant, and no more. */
export const APP_ROLE = 'counterpart_app';

/**
 * Brings the database to the schema of this program, as its owner. Several processes may call this at
 * once: one migrates, the others wait at most two minutes and then find nothing left to do.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder()): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await sql`set lock_timeout = '120s'`;
    await sql`select pg_advisory_lock(${locks.migrate})`;
    // Migrations run beside a serving version: better to fail than to queue every reader behind a lock.
    await sql`set lock_timeout = '10s'`;
    await sql`set statement_timeout = '15min'`;
    await ensureAppRole(sql);
    await run(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The folder of the migrations: beside the bundle once built, else `db/migrations`. */
export function migrationsFolder(): string {
  const places = ['./migrations', '../migrations'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = places.find((place) => existsSync(`${place}/meta/_journal.json`));
  if (found === undefined) {
    throw new StartError(
      `The database migrations are missing: neither ${places.join(' nor ')} holds them. ` +
        'Build again with "npm run build".',
    );
  }
  return found;
}

/** The newest migration that this program brings, in ms since 1970. */
export function newestMigration(folder = migrationsFolder()): number {
  const file = join(folder, 'meta', '_journal.json');
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(file, 'utf8'));
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}

/** Makes the role of serving connections, which a restored database grants its tables to. */
export async function prepareAppRole(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await ensureAppRole(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The role belongs to the whole cluster, so another database or process may have just made it. */
async function ensureAppRole(sql: postgres.Sql): Promise<void> {
  const [found] = await sql`select from pg_roles where rolname = ${APP_ROLE}`;
  const [me] = await sql<{ name: string }[]>`select quote_ident(current_user) as name`;
  const grant = `GRANT ${APP_ROLE} TO ${me?.name};`;
  const make = found ? grant : `CREATE ROLE ${APP_ROLE} NOLOGIN; ${grant}`;
  try {
    if (!found) await sql.unsafe(`create role ${APP_ROLE} nologin`).catch(unlessExists);
    const [may] = await sql<{ set: boolean }[]>`
      select pg_has_role(current_user, ${APP_ROLE}, 'set') as set`;
    if (!may?.set) await sql.unsafe(`grant ${APP_ROLE} to current_user with set true`);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    throw new StartError(
      `The database user ${me?.name} may not ${found ? 'take' : 'make'} the role ${APP_ROLE}. ` +
        `Ask an administrator of the database to run: ${make}`,
    );
  }
}

function unlessExists(error: unknown): void {
  const code = errorCode(error);
  if (code !== '42710' && code !== '23505') throw error;
}
