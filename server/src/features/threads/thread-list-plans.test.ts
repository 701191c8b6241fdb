import { threadFilters, threadSorts } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/actor.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Archive, anArchive } from '../../testing/archive.ts';
import { readPlan } from '../../testing/plan.ts';
import { selectThreadIds, type ThreadListQuery } from './thread-list.ts';

const page = 31;
/** What the member has opened; of the unanswered questions those of a theme are fewer. */
const own = 400;

let t: TestApp;
let archive: Archive;
let actor: Actor;
beforeAll(async () => {
  t = await startTestApp();
  archive = await anArchive(t, { threads: 8_000, posts: 100_000, readPerMember: own });
  actor = {
    memberId: archive.member.id,
    sessionId: 1,
    state: 'active',
    seat: 'practitioner',
    institutionId: archive.institutionId,
    locale: 'en',
    grants: [],
  };
}, 60_000);
afterAll(() => t.close());

const places: Record<string, () => ThreadListQuery> = {
  everywhere: () => ({}),
  'in a space': () => ({ space: archive.spaces.open.id }),
  'of a kind': () => ({ kind: 'question' }),
  'of a theme': () => ({ theme: archive.theme }),
  'of an institution': () => ({ institution: archive.institutionId }),
};

async function planOf(query: ThreadListQuery) {
  const rows = await t.app.house.db.read(
    (sql) => sql`explain (analyze, format json) ${selectThreadIds(sql, actor, query, page)}`,
  );
  return readPlan(rows[0]?.['QUERY PLAN']);
}

describe.each([undefined, ...threadFilters])('the list filtered by %s', (filter) => {
  // These begin with a set that stays small in an archive that grows.
  const isSmallSet = filter !== undefined && filter !== 'new';

  describe.each(threadSorts)('sorted by %s', (sort) => {
    it.each(Object.entries(places))('%s reads no whole table', async (_place, queryOf) => {
      const plan = await planOf({ ...queryOf(), sort, ...(filter && { filter }) });
      expect(plan.wholeTables).toEqual([]);
      expect(plan.sorted).toBeLessThanOrEqual(isSmallSet ? own : page);
      expect(plan.read).toBeLessThanOrEqual(isSmallSet ? 8 * own : 40 * page);
    });
  });
});
