import type { InstitutionView, MemberBrief, MemberView } from '@counterpart/contract';
import type { Fragment, Sql } from 'postgres';
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

/** Institutions by their ids, in no order. */
export async function getInstitutions(
  house: House,
  ids: readonly number[],
): Promise<InstitutionView[]> {
  if (ids.length === 0) return [];
  const rows = await house.db.read(
    (sql) => sql<InstitutionContextRow[]>`
      ${selectInstitutions(sql)} where i.id = any(${[...ids]}::bigint[])`,
  );
  return rows.map(institutionView);
}

/** Members by their ids, of whom only those who are active, in no order. */
export async function getActiveMembers(
  house: House,
  ids: readonly number[],
): Promise<MemberBrief[]> {
  if (ids.length === 0) return [];
  const rows = await house.db.read(
    (sql) => sql<MemberQueryRow[]>`
      ${selectMembers(sql)} where m.id = any(${[...ids]}::bigint[]) and m.state = 'active'`,
  );
  return rows.map(memberBriefView);
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

/** Each word that was typed begins a word of the name, in whatever script and with whatever accents. */
function isCalled(sql: Sql, name: Fragment, typed: string): Fragment {
  return typed
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 6)
    .map((word) => sql`(' ' || folded(${name})) like '% ' || folded(${word}) || '%'`)
    .reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}

/** How near a name must be to what was typed, when none begins like that: 1 is the same. */
const nearEnough = 0.5;

/** Names with a mistake of typing in them. */
function isNearly(sql: Sql, name: Fragment, typed: string): Fragment {
  return sql`word_similarity(folded(${typed}), folded(${name})) >= ${nearEnough}`;
}

interface Named {
  typed: string;
  limit: number;
  /** Names up to here were given before. */
  after: number;
  /** Also by what is nearly the name. */
  isNear?: boolean;
}

/** A page of what is called so, and how many there are from its beginning on. */
interface Called<View> {
  views: View[];
  total: number;
}

/** Institutions by what they are called in any of the three languages, in the order of their ids. */
export async function findInstitutions(
  house: House,
  { typed, limit, after, isNear = false }: Named,
): Promise<Called<InstitutionView>> {
  const isNamed = isNear ? isNearly : isCalled;
  return house.db.search(async (sql) => {
    const names = [sql`i.name_en`, sql`i.name_fr`, sql`i.name_ar`];
    const isOne = names
      .map((name) => isNamed(sql, name, typed))
      .reduce((all, one) => sql`${all} or ${one}`);
    const rows = await sql<(InstitutionContextRow & { total: number })[]>`
      select found.*, count(*) over ()::int as total
      from (${selectInstitutions(sql)} where (${isOne}) and i.id > ${after}) found
      order by id limit ${limit}`;
    return { views: rows.map(institutionView), total: rows[0]?.total ?? 0 };
  });
}

/** Members who are active, by their names, in the order of their ids. */
export async function findMembers(
  house: House,
  { typed, limit, after, isNear = false }: Named,
): Promise<Called<MemberBrief>> {
  const isNamed = isNear ? isNearly : isCalled;
  return house.db.search(async (sql) => {
    const rows = await sql<(MemberQueryRow & { total: number })[]>`
      select found.*, count(*) over ()::int as total
      from (${selectMembers(sql)}
        where m.state = 'active' and m.id > ${after} and ${isNamed(sql, sql`p.name`, typed)}) found
      order by id limit ${limit}`;
    return { views: rows.map(memberBriefView), total: rows[0]?.total ?? 0 };
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
