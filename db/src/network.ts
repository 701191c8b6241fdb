import type { Mode } from '@counterpart/contract';
import postgres from 'postgres';
import { StartError } from './start-error.ts';

export interface Network {
  mode: Mode;
  name: string;
  seededAt: Date | null;
}

export interface NetworkWish {
  /** What an empty database becomes. */
  mode: Mode;
  /** Whether somebody asked for that mode; a network of another is then refused. */
  isModeNamed: boolean;
  /** Whether the database is the one that comes with the program: no other holds a demo network. */
  isEmbedded: boolean;
  now: Date;
}

const rowOf = (sql: postgres.Sql) =>
  sql<Network[]>`select mode, name, seeded_at as "seededAt" from network`;

/** The network that this migrated database holds, if it holds one yet. */
export async function readNetwork(ownerUrl: string): Promise<Network | undefined> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return (await rowOf(sql))[0];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Reads the row that says what kind of network this database holds, and makes it in an empty one.
 * As the owner, because the application may not change it: the mode is never switched.
 */
export async function settleNetwork(
  ownerUrl: string,
  { mode, isModeNamed, isEmbedded, now }: NetworkWish,
): Promise<Network> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`
      insert into network (mode, name, created_at) values (${mode}, 'Counterpart', ${now})
      on conflict do nothing`;
    const [row] = await rowOf(sql);
    if (row === undefined) throw new Error('The network row is missing.');
    if (isModeNamed && row.mode !== mode) {
      throw new StartError(
        `This database holds a ${row.mode} network, and MODE asks for ${mode}. The mode of a network is never switched: leave MODE out, or use another database.`,
      );
    }
    if (row.mode === 'demo' && !isEmbedded) {
      throw new StartError(
        'This database holds a demo network, in which everybody may become anybody. Such a network is served only ' +
          'from the embedded database: use another database, or leave DATABASE_URL out for a demo.',
      );
    }
    return row;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Lets the database know its tables, as it does by itself after a while. */
export async function tidyTables(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`vacuum analyze`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Notes that the seed is complete. */
export async function markSeeded(ownerUrl: string, now: Date): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`update network set seeded_at = ${now}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Empties a demo or bench network whose seed was cut short, so that it can be told again from the
 * beginning. Refuses to touch a live network or a complete one.
 */
export async function emptyUnfinishedSeed(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      const [row] = await tx<
        Network[]
      >`select mode, seeded_at as "seededAt" from network for update`;
      if (row === undefined || row.mode === 'live' || row.seededAt !== null) {
        throw new Error('Only an unfinished seed may be emptied.');
      }
      const tables = await tx<{ name: string }[]>`
        select quote_ident(tablename) as name from pg_tables
        where schemaname = 'public' and tablename not in ('network', 'log_head')`;
      await tx.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
