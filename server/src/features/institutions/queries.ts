import type { InstitutionView, MemberBrief, MemberView } from '@counterpart/contract';
import type { Sql } from 'postgres';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import {
  type InstitutionContextRow,
  institutionView,
  type MemberRow,
  memberBriefView,
} from './view.ts';

/** Columns of an institution as JSON, for joins; `alias` is a table alias of the calling query. */
export function institutionJson(sql: Sql, alias: string) {
  const i = sql(alias);
  return sql`case when ${i}.id is null then null else json_build_object(
    'id', ${i}.id, 'kind', ${i}.kind, 'nameEn', ${i}.name_en, 'nameFr', ${i}.name_fr,
    'nameAr', ${i}.name_ar, 'country', ${i}.country) end`;
}

/** Institutions with their context, as one select: rows for `institutionView`; the caller says which. */
export function selectInstitutions(sql: Sql) {
  return sql`
    select i.id::float8 as id, i.kind, i.name_en as "nameEn", i.name_fr as "nameFr",
           i.name_ar as "nameAr", i.country, i.region_slug as "regionSlug",
           r.name_en as "regionEn", r.name_fr as "regionFr", r.name_ar as "regionAr",
           i.population, i.latitude, i.longitude, i.languages, i.geoname_id as "geonameId",
           (select count(*)::int from member m
            where m.institution_id = i.id and m.state = 'active') as members
    from institution i left join region r on r.slug = i.region_slug`;
}

type MemberQueryRow = MemberRow & { languages: string[] | null; about: string | null };

function selectMembers(sql: Sql) {
  return sql`
    select m.id::float8 as id, p.name, m.state, m.seat, ${institutionJson(sql, 'i')} as institution,
           p.languages, p.about
    from member m
    left join member_person p on p.member_id = m.id
    left join institution i on i.id = m.institution_id`;
}

/** One city or organisation with its members who are active now. */
export async function getInstitution(
  house: House,
  id: number,
): Promise<{ institution: InstitutionView; members: MemberBrief[] }> {
  return house.db.read(async (sql) => {
    const [[found], members] = await Promise.all([
      sql<InstitutionContextRow[]>`${selectInstitutions(sql)} where i.id = ${id}`,
      sql<MemberQueryRow[]>`
        ${selectMembers(sql)} where m.institution_id = ${id} and m.state = 'active'
        order by p.name, m.id limit 100`,
    ]);
    if (found === undefined) throw notFound();
    return { institution: institutionView(found), members: members.map(memberBriefView) };
  });
}

const shownStates = ['active', 'left', 'suspended', 'unclaimed'];

/** One member as other members see them; also someone who wrote in an archive and is none. */
export async function getMember(house: House, id: number): Promise<MemberView> {
  const [row] = await house.db.read(
    (sql) => sql<MemberQueryRow[]>`
      ${selectMembers(sql)} where m.id = ${id} and m.state in ${sql(shownStates)}`,
  );
  if (row === undefined) throw notFound();
  const brief = memberBriefView(row);
  const isNamed = brief.name !== null;
  return {
    ...brief,
    languages: isNamed ? (row.languages ?? []) : [],
    about: isNamed ? row.about : null,
  };
}
