import type { FollowLevel } from '@counterpart/contract';
import type { Sql } from 'postgres';
import { type Actor, isStaff } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { createTogether } from '../../platform/together.ts';
import { threadsVisibleTo } from '../spaces/index.ts';
import type { ThreadFacts } from './policy.ts';

export interface PageRow extends Omit<ThreadFacts, 'space' | 'tookPart'> {
  id: number;
  version: number;
  lastSeq: number;
  spaceId: number;
  access: ThreadFacts['space']['access'];
  joined: boolean;
  readSeq: number;
  follow: FollowLevel | null;
  /** Posts of the window as `{1,2,3}`, in their order, and their versions; null when there are none. */
  ids: string | null;
  versions: string | null;
  /** The actor's own: `id kind,id kind` and `id,id`; null when there are none. */
  reactions: string | null;
  kept: string | null;
}

export interface Window {
  id: number;
  /** A post number; undefined: where the reader left off. */
  from: number | undefined;
  limit: number;
}

export interface PageAsk {
  actor: Actor;
  window: Window;
}

/** How many posts one has read stand above the first unread, so that one knows where one is. */
export const shownBeforeUnread = 2;
/** Statements under way; with more, each would do little and all would wait for the same cores. */
const atOnce = 2;
const most = 32;

/**
 * For each asker: may they read it, what is their own part, and which posts in which version are in the
 * window. Everything else is the same for every reader and comes from memory. Numbers have no gaps, so a
 * window is a range of them.
 */
function selectPages(sql: Sql, asks: readonly PageAsk[]) {
  const each = (of: (ask: PageAsk) => number) => asks.map(of);
  const visible = threadsVisibleTo(sql, {
    memberId: sql`asked.me`,
    isStaff: sql`asked.staff = 1`,
  });
  return sql<(PageRow & { place: number })[]>`
    select asked.place::int - 1 as place, page.*
    from unnest(${each(({ window }) => window.id)}::bigint[],
                ${each(({ actor }) => actor.memberId)}::bigint[],
                ${each(({ actor }) => (isStaff(actor) ? 1 : 0))}::int[],
                ${each(({ window }) => (window.from === undefined ? 0 : Math.max(1, window.from)))}::int[],
                ${each(({ window }) => window.limit)}::int[])
         with ordinality as asked(id, me, staff, start, most, place)
    cross join lateral (
      select thread.id::float8 as id, thread.version, thread.kind, thread.sharing, thread.locked,
             thread.last_seq as "lastSeq", thread.author_id::float8 as "authorId",
             thread.space_id::float8 as "spaceId", space.access,
             exists (select from space_member own
                     where own.space_id = thread.space_id and own.member_id = asked.me) as joined,
             coalesce(reader.read_seq, 0) as "readSeq", reader.follow,
             shown.ids::text as ids, shown.versions::text as versions,
             (select string_agg(r.post_id || ' ' || r.kind, ',' order by r.kind) from post_reaction r
              where r.member_id = asked.me and r.post_id = any(shown.reacted)) as reactions,
             (select string_agg(b.post_id::text, ',') from bookmark b
              where b.member_id = asked.me and b.post_id = any(shown.ids)) as kept
      from thread
      join space on space.id = thread.space_id
      left join thread_reader reader
        on reader.thread_id = thread.id and reader.member_id = asked.me
      cross join lateral (
        select greatest(1, case when asked.start > 0 then asked.start
          when reader.member_id is null then 1
          else least(reader.read_seq + 1 - ${shownBeforeUnread},
                     thread.last_seq - asked.most + 1) end) as seq) first
      cross join lateral (
        select array_agg(one.id) as ids, array_agg(one.version) as versions,
               array_agg(one.id) filter (where one.reactions > 0) as reacted
        from (select p.id, p.version, p.useful_count + p.tried_count + p.talk_count as reactions
              from post p
              where p.thread_id = thread.id and p.seq >= first.seq and p.seq < first.seq + asked.most
              order by p.seq) one) shown
      where thread.id = asked.id and ${visible}) page`;
}

/** Reads rows of thread pages, those that are wanted at the same time in one statement; undefined when hidden. */
export function createPageRows(house: House) {
  return createTogether<PageAsk, PageRow | undefined>({
    atOnce,
    most,
    async answer(asks) {
      const rows = await house.db.read((sql) => selectPages(sql, asks));
      const byPlace = new Map<number, PageRow>(rows.map((row) => [row.place, row]));
      return asks.map((_ask, place) => byPlace.get(place));
    },
  });
}
