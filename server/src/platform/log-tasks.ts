import type { Database } from '@counterpart/db';
import type { ClockTask } from './tasks.ts';

const keptMs = 30 * 24 * 3_600_000;
const batch = 5_000;

/** Removes events older than 30 days that every consumer has passed, in batches that hold nobody up. */
async function pruneEvents(db: Database): Promise<void> {
  const before = new Date(db.clock.now().getTime() - keptMs);
  for (;;) {
    const gone = await db.read(
      (sql) => sql`
        delete from event where seq in (
          select seq from event
          where at < ${before}
            and seq <= coalesce((select min(seq) from consumer_cursor), 9007199254740991)
          order by seq limit ${batch})`,
    );
    if (gone.count < batch) return;
  }
}

export function logTasks(db: Database): ClockTask[] {
  return [{ name: 'prune-events', when: '17 * * * *', run: () => pruneEvents(db) }];
}
