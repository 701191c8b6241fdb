import type { OwnMember, SessionView } from '@counterpart/contract';
import { type Actor, isAdmin, isStaff } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type OwnRow, ownMemberView } from './view.ts';

async function loadOwn(house: House, actor: Actor): Promise<OwnMember> {
  const [row] = await house.db.read(
    (sql) => sql<OwnRow[]>`
      select m.id::float8 as id, p.name, m.state, m.seat, p.languages, p.locale, p.theme, p.numerals,
             p.time_zone as "timeZone",
             case when i.id is not null then json_build_object('id', i.id, 'kind', i.kind,
               'nameEn', i.name_en, 'nameFr', i.name_fr, 'nameAr', i.name_ar,
               'country', i.country) end as institution
      from member m
      join member_person p on p.member_id = m.id
      left join institution i on i.id = m.institution_id
      where m.id = ${actor.memberId}`,
  );
  if (row === undefined) throw new Refusal('signed-out');
  return ownMemberView(actor, row);
}

/** Who is signed in and what they may do in the network as a whole. */
export async function getSession(house: House, actor: Actor): Promise<Omit<SessionView, 'asOf'>> {
  const member = await loadOwn(house, actor);
  const can: SessionView['can'] = ['ask'];
  if (isStaff(actor)) can.push('announce', 'moderate');
  if (isAdmin(actor)) can.push('administer');
  return { member, can, locale: member.preferences.locale };
}

/** Where the actor is signed in, the present one first. */
export async function listSessions(house: House, actor: Actor) {
  const rows = await house.db.read(
    (sql) => sql<{ id: number; createdAt: Date; lastUsedAt: Date; agent: string }[]>`
      select id::float8 as id, created_at as "createdAt", last_used_at as "lastUsedAt", agent
      from session where member_id = ${actor.memberId} and expires_at > ${house.db.clock.now()}
      order by id = ${actor.sessionId} desc, last_used_at desc limit 100`,
  );
  return rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
    agent: row.agent,
  }));
}
