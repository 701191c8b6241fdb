import type { Sql } from 'postgres';
import { type Actor, isStaff } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { createTogether } from '../../platform/together.ts';
import { selectThreadIds, type ThreadListQuery } from './list-ids.ts';

/** What a line of a list is made of; the rest is the same for every reader. */
export interface LineRow {
  id: number;
  version: number;
  pinned: boolean;
  sortMs: number;
  isNew: boolean;
  /** Null for a thread that was neither opened nor followed. */
  readSeq: number | null;
}

export interface ListAsk {
  actor: Actor;
  query: ThreadListQuery;
  limit: number;
}

/** Statements under way; with more, each would do little and all would wait for the same cores. */
const atOnce = 3;
const most = 16;

/** The lines of the same list for several members, in one statement: as text, which is read fastest. */
export function selectLines(sql: Sql, { query, limit }: ListAsk, actors: readonly Actor[]) {
  const who = { memberId: sql`asked.me`, isStaff: sql`asked.staff = 1` };
  const pinned = query.space === undefined ? sql`` : sql`line.sort_pinned desc,`;
  return sql<{ place: number; lines: string | null }[]>`
    select asked.place::int - 1 as place, list.lines
    from unnest(${actors.map(({ memberId }) => memberId)}::bigint[],
                ${actors.map((actor) => (isStaff(actor) ? 1 : 0))}::int[])
         with ordinality as asked(me, staff, place)
    cross join lateral (
      select string_agg(concat_ws(' ', line.id, line.version, line.sort_pinned::int,
               (extract(epoch from line.sort_at) * 1000)::bigint,
               (reader.opened_at is null)::int, reader.read_seq), ','
             order by ${pinned} line.sort_at desc, line.id desc) as lines
      from (${selectThreadIds(sql, who, query, limit)}) line
      left join thread_reader reader
        on reader.thread_id = line.id and reader.member_id = asked.me) list`;
}

function readLines(lines: string | null): LineRow[] {
  return (lines?.split(',') ?? []).map((line) => {
    const [id = 0, version = 0, pinned, sortMs = 0, isNew, readSeq = null] = line
      .split(' ')
      .map(Number);
    return { id, version, pinned: pinned === 1, sortMs, isNew: isNew === 1, readSeq };
  });
}

/** Reads the lines of lists; what is wanted at the same time of the same list is read in one statement. */
export function createListLines(house: House) {
  return createTogether<ListAsk, LineRow[]>({
    atOnce,
    most,
    async answer(asks) {
      const lists = new Map<string, { place: number; ask: ListAsk }[]>();
      for (const [place, ask] of asks.entries()) {
        const key = JSON.stringify([ask.query, ask.limit]);
        const same = lists.get(key);
        if (same === undefined) lists.set(key, [{ place, ask }]);
        else same.push({ place, ask });
      }
      const answers: LineRow[][] = asks.map(() => []);
      const reads = [...lists.values()].map(async (same) => {
        const [first] = same;
        if (first === undefined) return;
        const actors = same.map(({ ask }) => ask.actor);
        const rows = await house.db.read((sql) => selectLines(sql, first.ask, actors));
        for (const { place, lines } of rows) answers[same[place]?.place ?? 0] = readLines(lines);
      });
      await Promise.all(reads);
      return answers;
    },
  });
}
