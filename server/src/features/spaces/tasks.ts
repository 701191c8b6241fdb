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

/** How often a process looks for roles that end soon, and how far ahead. */
const lookMs = 60_000;

/**
 * Tells of each role at the moment it ends, where the task would be up to a minute late. Looks ahead
 * each minute and when `look` is called, because somebody's rights have changed.
 */
export function watchEndingRoles(house: House, onFailure: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;

  async function plan(): Promise<void> {
    const now = house.db.clock.now();
    const horizon = new Date(now.getTime() + 2 * lookMs);
    const [row] = await house.db.watch(
      (sql) => sql<{ next: Date | null }[]>`
        select min(until_at) as next from role_grant
        where until_at > ${now} and until_at <= ${horizon}`,
    );
    clearTimeout(timer);
    if (!row?.next) return;
    timer = setTimeout(() => {
      tellEndedRoles(house).then(look, onFailure);
    }, row.next.getTime() - now.getTime());
    timer.unref();
  }

  function look(): void {
    plan().catch(onFailure);
  }

  const rhythm = setInterval(look, lookMs);
  rhythm.unref();
  look();
  return {
    look,
    stop(): void {
      clearInterval(rhythm);
      clearTimeout(timer);
    },
  };
}

export function spaceTasks(house: House): ClockTask[] {
  return [{ name: 'tell-ended-roles', when: '* * * * *', run: () => tellEndedRoles(house) }];
}
