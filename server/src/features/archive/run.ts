import { locks, newId, StartError } from '@counterpart/db';
import { archiveRun } from '@counterpart/db/schema';
import { eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { House } from '../../platform/house.ts';

/** Tells whoever waits how far a step is. */
export type ProgressMaker = (
  label: string,
  total: number,
) => { to(done: number): void; end(): void };

/** Of a longer thread several transactions are made, so that none of them meets its deadline. */
export const postsAtOnce = 1_000;

/**
 * One thread that fails is told in the report and stops nothing; what has to be answered for, and a database
 * that is gone, stops the import.
 */
export async function goOnAfter(house: House, error: unknown): Promise<void> {
  if (error instanceof StartError) throw error;
  await house.db
    .query((orm) => orm.execute(sql`select 1`))
    .catch(() => {
      throw new StartError(
        'The database does not answer. What was stored stays; start again to bring the rest.',
      );
    });
}

/** Lets one import or export run at a time in a network, also when two are started at once. */
async function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await client<{ mine: boolean }[]>`
      select pg_try_advisory_lock(${locks.archive}) as mine`;
    if (!row?.mine) {
      throw new StartError('Another import or export is running. Start again when it has ended.');
    }
    return await work();
  } finally {
    await client.end({ timeout: 5 });
  }
}

/**
 * Does an import or export, one at a time, and keeps a note of it: what was wished before anything
 * moves, and what `told` says of it in the end, also of one that failed.
 */
export async function asRun<T>(
  house: House,
  ownerUrl: string,
  { kind, options, told }: { kind: 'import' | 'export'; options: object; told: () => unknown },
  work: () => Promise<T>,
): Promise<T> {
  return alone(ownerUrl, async () => {
    const id = newId();
    const startedAt = house.db.clock.now();
    await house.db.query((orm) => orm.insert(archiveRun).values({ id, kind, options, startedAt }));
    try {
      return await work();
    } finally {
      const ended = { endedAt: house.db.clock.now(), report: told() };
      await house.db.query((orm) => orm.update(archiveRun).set(ended).where(eq(archiveRun.id, id)));
    }
  });
}
