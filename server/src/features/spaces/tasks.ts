import type { House } from '../../platform/house.ts';
import type { ClockTask } from '../../platform/tasks.ts';

/** Longer than the task's own rhythm, so that a late run misses nothing; telling twice is harmless. */
const lookBackMs = 10 * 60_000;

/** Says in the log whose role has just ended by time, so that sockets and caches look again. */
async function tellEndedRoles(house: House): Promise<void> {
  const now = house.db.clock.now();
  const since = new Date(now.getTime() - lookBackMs);
  const ended = await house.db.read(
    (sql) => sql<{ memberId: number }[]>`
      select distinct member_id::float8 as "memberId" from role_grant
      where until_at <= ${now} and until_at > ${since}`,
  );
  if (ended.length === 0) return;
  await house.db.transaction({ memberId: null }, async (tx) => {
    for (const { memberId } of ended) {
      const scope = `member:${memberId}` as const;
      tx.emit({ scope, type: 'access.changed', subject: memberId, version: 1 });
    }
  });
}

export function spaceTasks(house: House): ClockTask[] {
  return [{ name: 'tell-ended-roles', when: '* * * * *', run: () => tellEndedRoles(house) }];
}
