import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrationsFolder } from '../migrate.ts';
import { readFacts } from './facts.ts';
import { refuseConnection, Unanswered } from './refuse-connection.ts';
import { checkFacts } from './rules.ts';

export interface CheckOptions {
  /** The migrations that this program brings. */
  folder?: string;
  /** How long the server may take to let us in and tell of itself. */
  patienceMs?: number;
}

/**
 * Connects as the owner and makes sure that this program can live in the database: reachable, recent
 * enough, knowing letters beyond ASCII, with its extensions, its own alone, and not written by a newer
 * program. Each refusal is a StartError that says what to do.
 */
export async function checkDatabase(
  ownerUrl: string,
  { folder = migrationsFolder(), patienceMs = 10_000 }: CheckOptions = {},
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
    checkFacts(facts, newestMigration(folder));
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

function newestMigration(folder: string): number {
  const file = join(folder, 'meta', '_journal.json');
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(file, 'utf8'));
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}
