import type { ThreadFilter, ThreadKind, ThreadSort, ThreadSummary } from '@counterpart/contract';
import type { Sql } from 'postgres';
import type { Actor } from '../../platform/actor.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { WrittenJson } from '../../platform/serve.ts';
import { visibleThreads, waitsForReader } from '../spaces/index.ts';
import type { ThreadMemory } from './memory.ts';
import { unreadIn } from './voices.ts';

export interface ThreadListQuery {
  space?: number;
  kind?: ThreadKind;
  theme?: string;
  institution?: number;
  filter?: ThreadFilter;
  sort?: ThreadSort;
  cursor?: string;
  limit?: number;
}

interface LineRow {
  id: number;
  version: number;
  pinned: boolean;
  isNew: boolean;
  /** Null for a thread that was neither opened nor followed. */
  readSeq: number | null;
  sortMs: number;
}

function filterCondition(sql: Sql, actor: Actor, filter: ThreadFilter | undefined) {
  const me = actor.memberId;
  switch (filter) {
    case undefined:
    // Looked at afterwards: see selectThreadIds.
    case 'new':
      return sql``;
    case 'unanswered':
      return sql`and thread.kind = 'question' and thread.answered_at is null`;
    // Both begin with what the member has, which is little, however many threads there are.
    case 'following':
      return sql`and thread.id = any(array(select r.thread_id from thread_reader r
        where r.member_id = ${me} and r.follow in ('all', 'mentions')))`;
    case 'unread':
      return sql`and thread.id = any(array(select reader.thread_id from thread_reader reader
        where reader.member_id = ${me} and ${waitsForReader(sql, me)}))`;
  }
}

function conditions(sql: Sql, actor: Actor, query: ThreadListQuery) {
  const { space, kind, theme, institution, filter } = query;
  return sql`${visibleThreads(sql, actor)}
    ${space === undefined ? sql`` : sql`and thread.space_id = ${space}`}
    ${kind === undefined ? sql`` : sql`and thread.kind = ${kind}`}
    ${theme === undefined ? sql`` : sql`and about.theme_slug = ${theme}`}
    ${institution === undefined ? sql`` : sql`and thread.author_institution_id = ${institution}`}
    ${filterCondition(sql, actor, filter)}`;
}

/** Of one theme, in the order of its own index; a space has an order of its own, by what is pinned. */
function sortKey(sql: Sql, { sort = 'active', theme, space }: ThreadListQuery) {
  const isByTheme = theme !== undefined && space === undefined;
  const column = sort === 'active' ? sql`last_activity_at` : sql`created_at`;
  return isByTheme
    ? { at: sql`about.${column}`, id: sql`about.thread_id` }
    : { at: sql`thread.${column}`, id: sql`thread.id` };
}

/** What comes after the last row of the page before. */
function beyond(sql: Sql, query: ThreadListQuery) {
  const { space, cursor } = query;
  if (cursor === undefined) return sql``;
  const key = sortKey(sql, query);
  const [wasPinned, time, id] = readCursor(cursor, 'flag', 'time', 'whole');
  return space === undefined
    ? sql`and (${key.at}, ${key.id}) < (${time}, ${id})`
    : sql`and (thread.pinned, ${key.at}, ${key.id}) < (${wasPinned}, ${time}, ${id})`;
}

/** A keyset page of the index that fits filter and sort; inside a space pinned ones lead. */
function selectInOrder(sql: Sql, actor: Actor, query: ThreadListQuery, limit: number) {
  const { at, id } = sortKey(sql, query);
  const pinned = query.space === undefined ? sql`` : sql`thread.pinned desc,`;
  const from =
    query.theme === undefined
      ? sql`thread`
      : sql`thread_theme about join thread on thread.id = about.thread_id`;
  return sql`select thread.id, thread.version, ${at} as sort_at, thread.pinned as sort_pinned
    from ${from}
    where ${conditions(sql, actor, query)} ${beyond(sql, query)}
    order by ${pinned} ${at} desc, ${id} desc limit ${sql.unsafe(String(limit))}`;
}

/** So many threads are looked at for a page of new ones: who has opened all others still gets an answer. */
const mostLookedAt = 1_000;

/** Ids first: the rows of one page, in their order. */
export function selectThreadIds(sql: Sql, actor: Actor, query: ThreadListQuery, limit: number) {
  if (query.filter !== 'new') return selectInOrder(sql, actor, query, limit);
  const pinned = query.space === undefined ? sql`` : sql`looked.sort_pinned desc,`;
  return sql`select looked.* from (${selectInOrder(sql, actor, query, mostLookedAt)}) looked
    where not exists (select from thread_reader r where r.thread_id = looked.id
      and r.member_id = ${actor.memberId} and r.opened_at is not null)
    order by ${pinned} looked.sort_at desc, looked.id desc limit ${sql.unsafe(String(limit))}`;
}

/** Where a page of new threads ends that was not filled by the threads that were looked at; null at the end. */
async function lookedUpTo(house: House, actor: Actor, query: ThreadListQuery) {
  const [last] = await house.db.read(
    (sql) => sql<{ id: number; sortMs: number; pinned: boolean }[]>`
      select looked.id::float8 as id, looked.sort_pinned as pinned,
             extract(epoch from looked.sort_at)::float8 * 1000 as "sortMs"
      from (${selectInOrder(sql, actor, query, mostLookedAt)}) looked
      offset ${mostLookedAt - 1}`,
  );
  return last ?? null;
}

function cursorOf(row: { id: number; sortMs: number; pinned: boolean }): string {
  return writeCursor([row.pinned, Math.round(row.sortMs), row.id]);
}

/** One line of a list: what is the same for every reader, and the actor's own part. */
interface Line {
  bytes: Buffer;
  unread: number | null;
  isNew: boolean;
}

/**
 * Threads the actor may read with their own part in each; one statement, and one more for what is not
 * in memory. A page of new ones may hold fewer than asked for and still lead on.
 */
async function readList(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  query: ThreadListQuery,
): Promise<{ lines: Line[]; next: string | null }> {
  const { space, limit = 30 } = query;
  const me = actor.memberId;
  const rows = await house.db.read(
    (sql) => sql<LineRow[]>`
      with page as materialized (${selectThreadIds(sql, actor, query, limit + 1)})
      select page.id::float8 as id, page.version, page.sort_pinned as pinned,
             reader.opened_at is null as "isNew", reader.read_seq as "readSeq",
             extract(epoch from page.sort_at)::float8 * 1000 as "sortMs"
      from page
      left join thread_reader reader on reader.thread_id = page.id and reader.member_id = ${me}
      order by ${space === undefined ? sql`` : sql`page.sort_pinned desc,`} page.sort_at desc, page.id desc`,
  );
  const shown = rows.slice(0, limit);
  const views = await memory.summaries.get(
    shown.map(({ id, version }) => ({ id, version: String(version) })),
  );
  const lines = shown.flatMap(({ id, readSeq, isNew }): Line[] => {
    const view = views.get(id);
    if (view === undefined) return [];
    const unread = readSeq === null ? null : unreadIn(view.facts, me, readSeq).count;
    return [{ bytes: view.bytes, unread, isNew }];
  });
  const isFull = rows.length > limit;
  const last =
    isFull || query.filter !== 'new' ? shown.at(-1) : await lookedUpTo(house, actor, query);
  const leadsOn = last && (isFull || query.filter === 'new');
  return { lines, next: leadsOn ? cursorOf(last) : null };
}

/** The same as the answer of a request, from shared bytes. */
export async function writeThreadList(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  query: ThreadListQuery,
  asOf: number,
): Promise<WrittenJson> {
  const { lines, next } = await readList(house, memory, actor, query);
  const items = lines.flatMap(({ bytes, unread, isNew }, at) => [
    at === 0 ? '' : ',',
    // Into the object, before the sign that ends it.
    bytes.subarray(0, -1),
    `,"unread":${unread},"isNew":${isNew}}`,
  ]);
  return new WrittenJson([
    '{"items":[',
    ...items,
    `],"next":${JSON.stringify(next)},"asOf":${asOf}}`,
  ]);
}

/** The same for those who make something else of it. */
export async function listThreads(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  query: ThreadListQuery,
): Promise<ThreadSummary[]> {
  const { lines } = await readList(house, memory, actor, query);
  return lines.map(({ bytes, unread, isNew }) => ({
    ...JSON.parse(bytes.toString()),
    unread,
    isNew,
  }));
}
