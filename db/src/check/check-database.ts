import postgres from 'postgres';
import { migrationsFolder, newestMigration } from '../migrate.ts';
import { readFacts } from './facts.ts';
import { refuseConnection, Unanswered } from './refuse-connection.ts';
import { checkFacts } from './rules.ts';

export interface CheckOptions {
  /** The migrations that this program brings. */
  folder?: string;
  /** How long the server may take to let us in and tell of itself. */
  patienceMs?: number;
  /** Also a database that a newer version has migrated: for replacing what is in it. */
  newerToo?: boolean;
}

/**
 * Connects as the owner and makes sure that this program can live in the database: reachable, recent
 * enough, knowing letters beyond ASCII, with its extensions, its own alone, and not written by a newer
 * program. Each refusal is a StartError that says what to do.
 */
export async function checkDatabase(
  ownerUrl: string,
  { folder = migrationsFolder(), patienceMs = 10_000, newerToo = false }: CheckOptions = {},
): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: patienceMs / 1_000,
    onnotice: () => undefined,
  });
  try {
    const facts = await within(patienceMs, readFacts(sql)).catch((error: unknown) =>
      refuseConnection(ownerUrl, error),
    );
    checkFacts(facts, newerToo ? Number.POSITIVE_INFINITY : newestMigration(folder));
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The driver's own deadline ends with the connection; whoever took that may still never answer. */
async function within<T>(patienceMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered()), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
