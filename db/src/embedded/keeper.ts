import postgres from 'postgres';

/** The role that owns the product's database; it may make roles and databases and is no superuser. */
const OWNER = 'counterpart';
/** Any constant will do: this lock lives in the database `postgres`, where nothing else locks. */
const CLAIM = 7_001;

/** One connection to the cluster as its superuser, kept for as long as this process uses it. */
export interface Keeper {
  /** Whether this process, and no other, may stop the database. */
  claimed: boolean;
  /** The process that holds it instead, when PostgreSQL knows. */
  heldBy: string | undefined;
  /** Address of the product's database for its owner. */
  url: string;
  end(): Promise<void>;
}

/**
 * Connects, makes the owner and its database when they are missing, and claims the cluster. The claim
 * is a lock of this connection, so it ends with the process, however that ends.
 */
export async function openKeeper(port: number, password: string): Promise<Keeper> {
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    pass: password,
    database: 'postgres',
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: `counterpart ${process.pid}` },
  });
  try {
    const claimed = await claim(sql);
    if (claimed) await makeOwner(sql, password);
    const heldBy = claimed ? undefined : await holder(sql);
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${OWNER}`;
    return { claimed, heldBy, url, end: () => sql.end({ timeout: 1 }) };
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}

async function claim(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ got: boolean }[]>`select pg_try_advisory_lock(${CLAIM}) as got`;
  return row?.got === true;
}

async function holder(sql: postgres.Sql): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`
    select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.objid = ${CLAIM} and l.granted limit 1`;
  return row?.name.replace('counterpart ', '');
}

async function makeOwner(sql: postgres.Sql, password: string): Promise<void> {
  const [found] = await sql<{ role: boolean; base: boolean }[]>`
    select exists (select from pg_roles where rolname = ${OWNER}) as role,
           exists (select from pg_database where datname = ${OWNER}) as base`;
  // The password is base64url, made by us: it holds nothing that would need quoting.
  const login = `login createrole createdb password '${password}'`;
  if (!found?.role) await sql.unsafe(`create role ${OWNER} ${login}`);
  if (!found?.base) await sql.unsafe(`create database ${OWNER} owner ${OWNER}`);
}
