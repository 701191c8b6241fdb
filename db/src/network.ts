import type { Mode } from '@counterpart/contract';
import postgres from 'postgres';
import { StartError } from './start-error.ts';

export interface Network {
  mode: Mode;
  name: string;
  seededAt: Date | null;
}

/**
 * Reads the row that says what kind of network this database holds, and makes it in an empty one.
 * As the owner, because the application may not change it: the mode is never switched.
 */
export async function settleNetwork(
  ownerUrl: string,
  { mode, isModeNamed, now }: { mode: 'demo' | 'live'; isModeNamed: boolean; now: Date },
): Promise<Network> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`
      insert into network (mode, name, created_at) values (${mode}, 'Counterpart', ${now})
      on conflict do nothing`;
    const [row] = await sql<Network[]>`select mode, name, seeded_at as "seededAt" from network`;
    if (row === undefined) throw new Error('The network row is missing.');
    if (isModeNamed && row.mode !== mode) {
      throw new StartError(
        `This database holds a ${row.mode} network, and MODE asks for ${mode}. The mode of a network is never switched: leave MODE out, or use another database.`,
      );
    }
    return row;
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
