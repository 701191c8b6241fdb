import type { Fragment, Sql } from 'postgres';
import type { Actor } from '../../../platform/actor.ts';
import { visibleThreads } from '../../spaces/index.ts';
import { type Clue, inText, inTitles } from './clues.ts';
import { entrances, leastOf, mostWeighed } from './entrances.ts';
import { type Filters, matching } from './filters.ts';

/** Documents that are ranked in full; those behind them keep the order in which they were weighed. */
const mostRanked = 60;
/** Documents that can be reached page by page, and of each thread. */
const mostShown = 200;
const mostOfThread = 3;
/** Of one form in one document: more tell nothing. */
const mostPlaces = 40;

/** When no more than this hold enough, what holds half of that is shown behind them. */
const fewThreads = 5;

export interface FoundRow {
  kind: 'post' | 'synthesis';
  id: number;
  threadId: number;
  /** ISO 8601. */
  writtenAt: string;
  wordCount: number;
  threadKind: string;
  authorId: number;
  /** For which its author wrote it. */
  institutionId: number | null;
  /** The forms that were asked for, with their places: `form places weights`, each on a line. */
  forms: string | null;
  /** Those in the title of its thread. */
  title: string | null;
}

export interface FacetRow {
  facet: 'space' | 'kind' | 'language' | 'theme';
  value: string;
  count: number;
}

export interface FoundRows {
  rows: FoundRow[] | null;
  facets: FacetRow[] | null;
  threads: number;
  posts: number;
  /** How many were weighed. */
  weighed: number;
  /** Something holds as much as was asked for. */
  isWhole: boolean;
}

export interface Ask {
  clues: readonly Clue[];
  /** What must not be there, as a `tsquery`. */
  unwanted: string | null;
  forms: readonly string[];
  filters: Filters;
  sort: 'relevance' | 'new';
  /** Nothing written later is looked at: so pages fit together. */
  until: Date;
  withFacets: boolean;
  /** Threads are asked for rather than posts. */
  isGrouped: boolean;
}

/** Bits for titles stand above those for texts; so many clues fit into a whole number beside each other. */
const titleBit = 12;

/** Which clues a document holds, as bits: in its text the first, in its title those from `titleBit` on. */
function heldBits(sql: Sql, clues: readonly Clue[]): Fragment {
  const parts = clues.flatMap((clue, at) => {
    const title = inTitles(clue);
    const bit = (text: string, place: number) =>
      sql`((own.words @@ ${text}::text::tsquery)::int << ${place}::int)`;
    return [bit(inText(clue), at), ...(title === null ? [] : [bit(title, titleBit + at)])];
  });
  if (parts.length === 0) return sql`0`;
  // A long vector is taken out of its store once, and not for each clue.
  return sql`(select ${parts.reduce((all, one) => sql`${all} | ${one}`)}
    from (select doc.words || ''::tsvector as words offset 0) own)`;
}

/** What these bits tell: once for the text, and half as much again for the title. */
function toldBy(sql: Sql, clues: readonly Clue[], bits: Fragment): Fragment {
  const parts = clues.map(
    ({ weight }, at) => sql`${weight}::float8 * ((${bits} >> ${at}::int & 1)
      + 0.5 * (${bits} >> ${titleBit + at}::int & 1))`,
  );
  return parts.length === 0 ? sql`1::float8` : parts.reduce((all, one) => sql`${all} + ${one}`);
}

/** The newest documents behind an entrance that the actor may read, as far as they are weighed. */
function selectMet(sql: Sql, actor: Actor, ask: Ask, entrance: string | null): Fragment {
  return sql`(select doc.id, doc.kind, doc.thread_id, doc.written_at,
      thread.kind as thread_kind, thread.space_id
    from search_doc doc
    join thread on thread.id = doc.thread_id
    left join post on doc.kind = 'post' and post.id = doc.id
    left join synthesis on doc.kind = 'synthesis' and synthesis.thread_id = doc.id
    where ${entrance === null ? sql`true` : sql`doc.words @@ ${entrance}::text::tsquery`}
      and ${visibleThreads(sql, actor)} and ${matching(sql, actor, ask.filters)}
      and doc.written_at <= ${ask.until}
    order by doc.written_at desc, doc.id limit ${sql.unsafe(String(mostWeighed))})`;
}

function selectFacets(sql: Sql): Fragment {
  return sql`(select json_agg(line) from (
    select 'space' as facet, space_id::text as value, count(*)::int as count
    from shown group by space_id
    union all select 'kind', thread_kind, count(*)::int from shown group by 2
    union all select 'language', coalesce(post.language, synthesis.language),
        count(distinct kept.thread_id)::int
      from kept left join post on kept.kind = 'post' and post.id = kept.id
      left join synthesis on kept.kind = 'synthesis' and synthesis.thread_id = kept.id
      group by 2
    union all select 'theme', t.theme_slug, count(*)::int
      from shown join thread_theme t using (thread_id) group by 2
    order by 1, 3 desc, 2) line)`;
}

/** The best documents with the places of what was asked for in them, as JSON. */
function selectRows(sql: Sql, forms: readonly string[]): Fragment {
  return sql`(select json_agg(json_build_object('kind', top.kind, 'id', top.id,
      'threadId', top.thread_id, 'writtenAt', top.written_at, 'wordCount', doc.word_count,
      'threadKind', top.thread_kind,
      'authorId', coalesce(post.author_id, synthesis.author_id),
      'institutionId', coalesce(post.author_institution_id, synthesis.author_institution_id),
      'forms', (select string_agg(concat_ws(' ', word.lexeme, array_to_string(word.positions[1:${mostPlaces}], ','),
          array_to_string(word.weights[1:${mostPlaces}], '')), E'\n')
        from unnest(doc.words) word
        where top.place <= ${mostRanked} and word.lexeme = any(${[...forms]}::text[])),
      'title', (select string_agg(word.lexeme, E'\n')
        from search_doc begun cross join unnest(begun.words) word
        where top.place <= ${mostRanked} and begun.kind = 'post' and begun.id <> top.id
          and begun.id = (select first.id from post first where first.thread_id = top.thread_id
            and first.state = 'published' order by first.seq limit 1)
          and word.lexeme = any(${forms.map((form) => `~${form}`)}::text[]))) order by place)
    from top
    join search_doc doc on doc.id = top.id and doc.kind = top.kind
    left join post on top.kind = 'post' and post.id = top.id
    left join synthesis on top.kind = 'synthesis' and synthesis.thread_id = top.id)`;
}

/** The documents that hold most of what is asked for, as rows to be ranked; with how many there are. */
export async function selectFound(sql: Sql, actor: Actor, ask: Ask): Promise<FoundRows> {
  const { clues, forms, sort, withFacets } = ask;
  const ways = (entrances(ask) ?? [null]).map((way) => selectMet(sql, actor, ask, way));
  const least = leastOf(clues);
  const ofThread = ask.isGrouped ? mostOfThread : mostShown;
  const order =
    sort === 'new'
      ? sql`kept.written_at desc, kept.id`
      : sql`kept.own + 0.4 * (kept.held - kept.own) desc, kept.written_at desc, kept.id`;
  const [found] = await sql<FoundRows[]>`
    with met as materialized (${ways.reduce((all, one) => sql`${all} union ${one}`)}),
    marked as materialized (select met.*, ${heldBits(sql, clues)} as bits
      from met join search_doc doc on doc.id = met.id and doc.kind = met.kind),
    threads as (select thread_id, bit_or(bits) as bits from marked group by thread_id),
    weighed as materialized (select marked.*, ${toldBy(sql, clues, sql`marked.bits`)} as own,
      ${toldBy(sql, clues, sql`threads.bits`)} as held from marked join threads using (thread_id)),
    bounds as (select max(held) as best, count(*)::int as weighed,
      coalesce(max(held) >= ${least}, false) as is_whole from weighed),
    whole as (select count(distinct thread_id) as threads from weighed where held >= ${least}),
    kept as materialized (select weighed.* from weighed, bounds, whole where held >= case
      when not is_whole then best * 0.7
      when whole.threads < ${fewThreads} then ${least / 2} else ${least} end),
    shown as (select distinct thread_id, space_id, thread_kind from kept),
    turns as (select kept.*, row_number() over (partition by thread_id order by ${order}) as turn
      from kept),
    top as materialized (select kept.*, row_number() over (order by ${order}) as place
      from turns kept where turn <= ${ofThread}
      order by ${order} limit ${sql.unsafe(String(mostShown))})
    select ${selectRows(sql, forms)} as rows,
      ${withFacets ? selectFacets(sql) : sql`null::json`} as facets,
      (select count(*) from shown)::int as threads,
      (select count(*) from kept where kind = 'post')::int as posts,
      bounds.weighed, bounds.is_whole as "isWhole"
    from bounds`;
  return found ?? { rows: null, facets: null, threads: 0, posts: 0, weighed: 0, isWhole: true };
}
