import type { SpaceView, ThemeView } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import { institutionJson, type MemberRow, memberBriefView } from '../institutions/index.ts';
import { readableSpaces, visibleSpaces, visibleThreads } from './access.ts';
import { mayAdmit } from './policy.ts';
import { type SpaceRow, spaceView } from './view.ts';
import { waitsForReader } from './waits.ts';

async function loadSpaces(house: House, actor: Actor, id?: number): Promise<SpaceView[]> {
  const me = actor.memberId;
  const rows = await house.db.read(
    (sql) => sql<SpaceRow[]>`
      with unread as (
        select thread.space_id, count(*)::int as threads
        from thread_reader reader
        join thread on thread.id = reader.thread_id
        where reader.member_id = ${me} and thread.last_seq > reader.read_seq
          and ${visibleThreads(sql, actor)} and ${waitsForReader(sql, me)}
        group by thread.space_id)
      select space.id::float8 as id, space.slug, space.access,
             space.name_en as "nameEn", space.name_fr as "nameFr", space.name_ar as "nameAr",
             space.purpose_en as "purposeEn", space.purpose_fr as "purposeFr",
             space.purpose_ar as "purposeAr",
             member.member_id is not null as joined,
             request.member_id is not null as requested,
             coalesce(unread.threads, 0) as unread
      from space
      left join space_member member on member.space_id = space.id and member.member_id = ${me}
      left join space_request request on request.space_id = space.id and request.member_id = ${me}
      left join unread on unread.space_id = space.id
      where ${visibleSpaces(sql, actor)} ${id === undefined ? sql`` : sql`and space.id = ${id}`}
      order by space.position, space.id`,
  );
  return rows.map((row) => spaceView(actor, row));
}

/** The spaces the actor may know of, in the network's order. */
export function listSpaces(house: House, actor: Actor): Promise<SpaceView[]> {
  return loadSpaces(house, actor);
}

export async function getSpace(house: House, actor: Actor, id: number): Promise<SpaceView> {
  const [space] = await loadSpaces(house, actor, id);
  if (space === undefined) throw notFound();
  return space;
}

export async function listThemes(house: House): Promise<ThemeView[]> {
  const rows = await house.db.read(
    (sql) => sql<{ slug: string; en: string; fr: string; ar: string }[]>`
      select slug, name_en as en, name_fr as fr, name_ar as ar from theme order by position, slug`,
  );
  return rows.map(({ slug, ...names }) => ({ slug, names }));
}

type Standing = 'requested' | 'member' | 'facilitator';

/** Who is in a space, by name; requests stand first and are shown only to those who may admit. */
export async function listSpaceMembers(
  house: House,
  actor: Actor,
  id: number,
  { cursor, limit = 50 }: { cursor?: string; limit?: number },
) {
  const [space] = await loadSpaces(house, actor, id);
  if (space === undefined) throw notFound();
  const admits = mayAdmit(actor, space);
  const [rank, name, after] = cursor ? readCursor(cursor, 'whole', 'text', 'whole') : [-1, '', 0];
  const now = house.db.clock.now();
  const rows = await house.db.read(
    (sql) => sql<(MemberRow & { standing: Standing; rank: number; sortName: string })[]>`
      with standing as (
        select member_id, 0 as rank, 'requested' as standing from space_request
        where space_id = ${id} and ${admits}
        union all
        select own.member_id,
               case when facilitator.member_id is null then 2 else 1 end,
               case when facilitator.member_id is null then 'member' else 'facilitator' end
        from space_member own
        join space on space.id = own.space_id
        left join lateral (
          select g.member_id from role_grant g
          where g.member_id = own.member_id and g.space_id = ${id} and g.role = 'facilitator'
            and g.from_at <= ${now} and (g.until_at is null or g.until_at > ${now}) limit 1
        ) facilitator on true
        where own.space_id = ${id} and ${readableSpaces(sql, actor)})
      select m.id::float8 as id, p.name, m.state, m.seat, ${institutionJson(sql, 'i')} as institution,
             standing.standing, standing.rank, coalesce(p.name, '') as "sortName"
      from standing
      join member m on m.id = standing.member_id and m.state = 'active'
      left join member_person p on p.member_id = m.id
      left join institution i on i.id = m.institution_id
      where (standing.rank, coalesce(p.name, ''), m.id)
            > (${rank}::bigint, ${name}::text, ${after}::bigint)
      order by standing.rank, coalesce(p.name, ''), m.id limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last ? writeCursor([last.rank, last.sortName, last.id]) : null;
  return {
    items: shown.map((row) => ({ member: memberBriefView(row), standing: row.standing })),
    next,
  };
}
