import type { ThreadFilter, ThreadKind, ThreadSort, ThreadSummary } from '@counterpart/contract';
import type { Sql } from 'postgres';
import type { Actor } from '../../platform/actor.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { visibleThreads } from '../spaces/index.ts';
import { joinThreadBrief, selectThreadBrief } from './load.ts';
import { type ThreadBriefRow, threadBriefView } from './view.ts';

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

interface SummaryRow extends ThreadBriefRow {
  excerpt: string;
  hasSynthesis: boolean;
  unread: number | null;
  isNew: boolean;
  sortMs: number;
}

function filterCondition(sql: Sql, actor: Actor, filter: ThreadFilter | undefined) {
  const me = actor.memberId;
  switch (filter) {
    case undefined:
      return sql``;
    case 'unanswered':
      return sql`and thread.kind = 'question' and thread.answered_at is null`;
    case 'new':
      return sql`and not exists (select from thread_reader r
        where r.thread_id = thread.id and r.member_id = ${me} and r.opened_at is not null)`;
    // Both begin with what the member has, which is little, however many threads there are.
    case 'following':
      return sql`and thread.id = any(array(select r.thread_id from thread_reader r
        where r.member_id = ${me} and r.follow in ('all', 'mentions')))`;
    case 'unread':
      return sql`and thread.id = any(array(select r.thread_id from thread_reader r
        where r.member_id = ${me} and r.follow is distinct from 'muted'
          and exists (select from post where post.thread_id = r.thread_id and post.seq > r.read_seq
            and post.author_id <> ${me} and post.state = 'published')))`;
  }
}

function conditions(sql: Sql, actor: Actor, query: ThreadListQuery) {
  const { space, kind, theme, institution, filter } = query;
  return sql`${visibleThreads(sql, actor)}
    ${space === undefined ? sql`` : sql`and thread.space_id = ${space}`}
    ${kind === undefined ? sql`` : sql`and thread.kind = ${kind}`}
    ${
      theme === undefined
        ? sql``
        : sql`and exists (select from thread_theme tt
        where tt.thread_id = thread.id and tt.theme_slug = ${theme})`
    }
    ${institution === undefined ? sql`` : sql`and thread.author_institution_id = ${institution}`}
    ${filterCondition(sql, actor, filter)}`;
}

function sortColumn(sql: Sql, { sort = 'active' }: ThreadListQuery) {
  return sort === 'active' ? sql`thread.last_activity_at` : sql`thread.created_at`;
}

/** What comes after the last row of the page before. */
function beyond(sql: Sql, query: ThreadListQuery) {
  const { space, cursor } = query;
  if (cursor === undefined) return sql``;
  const at = sortColumn(sql, query);
  const [wasPinned, time, id] = readCursor(cursor, 'flag', 'time', 'whole');
  return space === undefined
    ? sql`and (${at}, thread.id) < (${time}, ${id})`
    : sql`and (thread.pinned, ${at}, thread.id) < (${wasPinned}, ${time}, ${id})`;
}

/** Ids first: a keyset page of the index that fits filter and sort; inside a space pinned ones lead. */
export function selectThreadIds(sql: Sql, actor: Actor, query: ThreadListQuery, limit: number) {
  const at = sortColumn(sql, query);
  const pinned = query.space === undefined ? sql`` : sql`thread.pinned desc,`;
  return sql`select thread.id, ${at} as sort_at, thread.pinned as sort_pinned from thread
    where ${conditions(sql, actor, query)} ${beyond(sql, query)}
    order by ${pinned} ${at} desc, thread.id desc limit ${limit}`;
}

function summaryView(row: SummaryRow): ThreadSummary {
  return {
    ...threadBriefView(row),
    excerpt: row.excerpt,
    hasSynthesis: row.hasSynthesis,
    unread: row.unread,
    isNew: row.isNew,
  };
}

/** Threads the actor may read with their own part in each; one statement. */
export async function listThreads(
  house: House,
  actor: Actor,
  query: ThreadListQuery,
): Promise<{ items: ThreadSummary[]; next: string | null }> {
  const { space, limit = 30 } = query;
  const me = actor.memberId;
  const rows = await house.db.read(
    (sql) => sql<SummaryRow[]>`
      with page as materialized (${selectThreadIds(sql, actor, query, limit + 1)})
      select ${selectThreadBrief(sql)}, thread.excerpt, thread.has_synthesis as "hasSynthesis",
             reader.opened_at is null as "isNew",
             case when reader.member_id is not null then (
               select count(*)::int from post where post.thread_id = thread.id
                 and post.seq > reader.read_seq and post.state = 'published'
                 and post.author_id <> ${me}) end as unread,
             extract(epoch from page.sort_at)::float8 * 1000 as "sortMs"
      from page join thread on thread.id = page.id ${joinThreadBrief(sql)}
      left join thread_reader reader on reader.thread_id = thread.id and reader.member_id = ${me}
      order by ${space === undefined ? sql`` : sql`page.sort_pinned desc,`} page.sort_at desc, page.id desc`,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last
      ? writeCursor([last.pinned, Math.round(last.sortMs), last.id])
      : null;
  return { items: shown.map(summaryView), next };
}
