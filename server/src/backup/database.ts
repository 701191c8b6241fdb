import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase, prepareAppRole, StartError } from '@counterpart/db';
import postgres from 'postgres';
import type { About, Source } from './backup.ts';
import { sumFolder } from './files.ts';
import { connectionEnv, mustHaveProgram, pour, run } from './programs.ts';

const DUMP = 'database.dump';

interface Facts {
  /** The major version of the server. */
  major: number;
  /** Whether a network is there. */
  isTaken: boolean;
  /** How many others are connected to this database. */
  others: number;
}

/** Dumps the database of a network, which may be in use: pg_dump sees one moment of it. */
export function databaseSource(databaseUrl: string): Source {
  return async (draft) => {
    await checkDatabase(databaseUrl);
    const { major, isTaken } = await readFacts(databaseUrl);
    if (!isTaken) throw new StartError(`There is no network in ${nameOf(databaseUrl)}.`);
    await mustHaveProgram('pg_dump', major);
    const dump = join(draft, DUMP);
    await run('pg_dump', ['--format=custom', `--file=${dump}`], connectionEnv(databaseUrl));
    chmodSync(dump, 0o600);
    return {
      kind: 'dump',
      from: nameOf(databaseUrl),
      postgres: major,
      sums: await sumFolder(draft),
    };
  };
}

/** Reads the dump of a checked backup into the database, all of it or nothing; tells so in a sentence. */
export async function restoreDatabase(
  databaseUrl: string | undefined,
  folder: string,
  about: About,
  replace: boolean,
): Promise<string> {
  if (databaseUrl === undefined) {
    throw new StartError(
      `The backup in ${folder} holds the dump of a database. Set DATABASE_URL to the database that ` +
        'shall take it.',
    );
  }
  const name = nameOf(databaseUrl);
  await checkDatabase(databaseUrl, { newerToo: replace });
  const { major, isTaken, others } = await readFacts(databaseUrl);
  if (isTaken && !replace) {
    throw new StartError(
      `There is a network in ${name} already. Make a new database for this one, or say --replace: the ` +
        'network that is there is then lost.',
    );
  }
  if (others > 0) {
    throw new StartError(
      `Somebody else is connected to ${name}: ${others} connection${others === 1 ? '' : 's'}. Stop the ` +
        'server, and whatever else is connected, then start again.',
    );
  }
  if (major < about.postgres) {
    throw new StartError(
      `The backup in ${folder} was made with PostgreSQL ${about.postgres}, and ${name} is on ${major}. ` +
        'Restore it on a server that is not older.',
    );
  }
  await mustHaveProgram('pg_restore', major);
  await mustHaveProgram('psql', major);
  await prepareAppRole(databaseUrl);
  await pour(join(folder, DUMP), isTaken ? removeNetwork : '', connectionEnv(databaseUrl));
  return `The network from ${folder} is in ${name} and starts with the next start.`;
}

/** Everything of ours and nothing of an extension, whose owner may be somebody else. */
const removeNetwork = `
SET LOCAL client_min_messages = warning;
DROP SCHEMA IF EXISTS drizzle, graphile_worker CASCADE;
DO $$
DECLARE it record;
BEGIN
  FOR it IN
    SELECT 1 AS turn, format('DROP TABLE IF EXISTS %s CASCADE', c.oid::regclass) AS command
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 2, format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
    FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 3, format('DROP TYPE IF EXISTS %s CASCADE', t.oid::regtype)
    FROM pg_type t
    WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    ORDER BY turn
  LOOP
    EXECUTE it.command;
  END LOOP;
END $$;`;

async function readFacts(databaseUrl: string): Promise<Facts> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [facts] = await sql<Facts[]>`
      select current_setting('server_version_num')::int / 10000 as major,
        to_regclass('public.network') is not null as "isTaken",
        (select count(*)::int from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null)
          as others`;
    if (facts === undefined) throw new Error('The database tells nothing of itself.');
    return facts;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function nameOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `the database "${decodeURIComponent(pathname.slice(1))}" at ${host}`;
}
