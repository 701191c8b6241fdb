import type { ThreadFilter, ThreadKind, ThreadSort } from '@counterpart/contract';
import type { Fragment, Sql } from 'postgres';
import { type Actor, isStaff } from '../../platform/actor.ts';
import { readCursor } from '../../platform/cursor.ts';
import { threadsVisibleTo, waitsForReader } from '../spaces/index.ts';

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

/** For whom a list is, as parts of a statement. */
export interface Who {
  memberId: Fragment;
  isStaff: Fragment;
}

/** One member by value. */
export function whoIs(sql: Sql, actor: Actor): Who {
  return { memberId: sql`${actor.memberId}`, isStaff: sql`${isStaff(actor)}::boolean` };
}

function filterCondition(sql: Sql, { memberId: me }: Who, filter: ThreadFilter | undefined) {
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

function conditions(sql: Sql, who: Who, query: ThreadListQuery) {
  const { space, kind, theme, institution, filter } = query;
  return sql`${threadsVisibleTo(sql, who)}
    ${space === undefined ? sql`` : sql`and thread.space_id = ${space}`}
    ${kind === undefined ? sql`` : sql`and thread.kind = ${kind}`}
    ${theme === undefined ? sql`` : sql`and about.theme_slug = ${theme}`}
    ${institution === undefined ? sql`` : sql`and thread.author_institution_id = ${institution}`}
    ${filterCondition(sql, who, filter)}`;
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
function selectInOrder(sql: Sql, who: Who, query: ThreadListQuery, limit: Fragment) {
  const { at, id } = sortKey(sql, query);
  const pinned = query.space === undefined ? sql`` : sql`thread.pinned desc,`;
  const from =
    query.theme === undefined
      ? sql`thread`
      : sql`thread_theme about join thread on thread.id = about.thread_id`;
  return sql`select thread.id, thread.version, ${at} as sort_at, thread.pinned as sort_pinned
    from ${from}
    where ${conditions(sql, who, query)} ${beyond(sql, query)}
    order by ${pinned} ${at} desc, ${id} desc limit ${limit}`;
}

/** So many threads are looked at for a page of new ones: who has opened all others still gets an answer. */
export const mostLookedAt = 1_000;

/** Those that a page of new ones is chosen from. As a value: nothing is sorted for the sake of so many. */
export function selectLookedAt(sql: Sql, who: Who, query: ThreadListQuery) {
  return selectInOrder(sql, who, query, sql`${mostLookedAt}`);
}

/**
 * Ids first: the rows of one page, in their order. Whether one of them was opened is asked one by one:
 * then the list ends where the page is full.
 */
export function selectThreadIds(sql: Sql, who: Who, query: ThreadListQuery, limit: number) {
  const page = sql.unsafe(String(limit)) as unknown as Fragment;
  if (query.filter !== 'new') return selectInOrder(sql, who, query, page);
  const pinned = query.space === undefined ? sql`` : sql`looked.sort_pinned desc,`;
  return sql`select looked.* from (${selectLookedAt(sql, who, query)}) looked
    where coalesce((select r.opened_at is null from thread_reader r
                    where r.thread_id = looked.id and r.member_id = ${who.memberId}), true)
    order by ${pinned} looked.sort_at desc, looked.id desc limit ${page}`;
}
