import { locks } from '@counterpart/db';
import type { Sql } from 'postgres';
import type { House } from '../../platform/house.ts';

/** Documents counted in one transaction. */
const batch = 300;

interface None {
  form: string;
  spaceId: number;
  isInner: boolean;
}

/** Takes the oldest changes and adds them up; gives how many there were, and forms that stand nowhere now. */
async function takeBatch(sql: Sql): Promise<{ taken: number; none: None[] }> {
  const [row] = await sql<{ taken: number; none: None[] | null }[]>`
    with taken as (
      delete from search_change where "order" in (
        select "order" from search_change order by "order" limit ${batch})
      returning *),
    shelves as (
      insert into search_shelf (space_id, is_inner, docs, word_count)
      select space_id, is_inner, sum(docs), sum(docs * word_count) from taken
      group by space_id, is_inner
      on conflict (space_id, is_inner) do update set
        docs = search_shelf.docs + excluded.docs,
        word_count = search_shelf.word_count + excluded.word_count),
    counted as (
      insert into search_word (form, space_id, is_inner, docs)
      select word.lexeme collate "C", space_id, is_inner, sum(taken.docs)
      from taken cross join unnest(taken.words) word
      group by 1, 2, 3 having sum(taken.docs) <> 0 order by 1, 2, 3
      on conflict (form, space_id, is_inner) do update set
        docs = search_word.docs + excluded.docs
      returning form, space_id, is_inner, docs)
    select (select count(*) from taken)::int as taken,
      (select json_agg(json_build_object('form', form, 'spaceId', space_id, 'isInner', is_inner))
       from counted where docs <= 0) as none`;
  return { taken: row?.taken ?? 0, none: row?.none ?? [] };
}

/** Counts one batch; true when there may be more. Only one process counts at a time. */
function countBatch(house: House): Promise<boolean> {
  return house.db.upkeep(async (sql) => {
    const [lock] = await sql<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(${locks.searchWords}) as mine`;
    if (!lock?.mine) return false;
    const { taken, none } = await takeBatch(sql);
    if (none.length > 0) {
      await sql`
        delete from search_word using json_to_recordset(${JSON.stringify(none)}::text::json)
          as none(form text, "spaceId" bigint, "isInner" boolean)
        where search_word.form = none.form and search_word.space_id = none."spaceId"
          and search_word.is_inner = none."isInner" and search_word.docs <= 0`;
    }
    return taken === batch;
  });
}

/** Counts all that has been written: in how many documents of a shelf each word stands. */
export async function countWords(house: House): Promise<void> {
  while (await countBatch(house));
}
