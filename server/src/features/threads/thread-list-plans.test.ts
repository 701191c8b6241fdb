import { threadFilters, threadSorts } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/actor.ts';
import { writeCursor } from '../../platform/cursor.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Archive, anArchive } from '../../testing/archive.ts';
import { readPlan } from '../../testing/plan.ts';
import { selectThreadIds, type ThreadListQuery, whoIs } from './list-ids.ts';
import { selectLines } from './list-lines.ts';

const page = 31;
/** What the member has opened. */
const own = 400;

let t: TestApp;
let archive: Archive;
let member: Actor;
let moderator: Actor;
beforeAll(async () => {
  t = await startTestApp();
  archive = await anArchive(t, { threads: 20_000, posts: 100_000, readPerMember: own });
  member = {
    memberId: archive.member.id,
    sessionId: 1,
    state: 'active',
    seat: 'practitioner',
    institutionId: archive.institutionId,
    locale: 'en',
    grants: [],
  };
  moderator = { ...member, grants: [{ role: 'moderator', spaceId: null }] };
}, 120_000);
afterAll(() => t.close());

const places: Record<string, () => ThreadListQuery> = {
  everywhere: () => ({}),
  'in a space': () => ({ space: archive.spaces.open.id }),
  'of a kind': () => ({ kind: 'announcement' }),
  'of a theme': () => ({ theme: archive.theme }),
  'of a theme that is rare': () => ({ theme: archive.rareTheme }),
  'of an institution': () => ({ institution: archive.institutionId }),
};

async function planOf(actor: Actor, query: ThreadListQuery) {
  const rows = await t.app.house.db.read(
    (sql) =>
      sql`explain (analyze, format json) ${selectLines(sql, { actor, query, limit: page }, [actor])}`,
  );
  return readPlan(rows[0]?.['QUERY PLAN']);
}

/** The cursor that leads to the second half of a list. */
async function middleOf(actor: Actor, query: ThreadListQuery): Promise<string | undefined> {
  const rows = await t.app.house.db.read(
    (sql) => sql<{ id: number; at: Date; pinned: boolean }[]>`
      select id::float8 as id, sort_at as at, sort_pinned as pinned
      from (${selectThreadIds(sql, whoIs(sql, actor), query, 100_000)}) list`,
  );
  const middle = rows[Math.floor(rows.length / 2)];
  return middle && writeCursor([middle.pinned, middle.at.getTime(), middle.id]);
}

describe.each([undefined, ...threadFilters])('the list filtered by %s', (filter) => {
  // These begin with what the member has opened, which stays little in an archive that grows.
  const isOwn = filter === 'following' || filter === 'unread';
  const isRare = filter === 'unanswered';
  const bound = isOwn
    ? { sorted: own, read: 9 * own }
    : { sorted: page, read: (isRare ? 10 : 40) * page };

  describe.each(threadSorts)('sorted by %s', (sort) => {
    // The unanswered of a theme or an institution have no index: it would cost each post a write.
    const asked = Object.entries(places).filter(
      ([place]) => !isRare || place === 'everywhere' || place === 'in a space',
    );

    it.each(asked)('%s reads no whole table', async (_place, queryOf) => {
      const query = { ...queryOf(), sort, ...(filter && { filter }) };
      for (const actor of [member, moderator]) {
        const cursor = await middleOf(actor, query);
        for (const at of [{}, ...(cursor === undefined ? [] : [{ cursor }])]) {
          const plan = await planOf(actor, { ...query, ...at });
          expect(plan.wholeTables).toEqual([]);
          expect(plan.sorted).toBeLessThanOrEqual(bound.sorted);
          expect(plan.read).toBeLessThanOrEqual(bound.read);
        }
      }
    });
  });
});
