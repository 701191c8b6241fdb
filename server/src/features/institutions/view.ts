import type { InstitutionBrief, InstitutionView, MemberBrief } from '@counterpart/contract';

export interface InstitutionRow {
  id: number;
  kind: InstitutionBrief['kind'];
  nameEn: string;
  nameFr: string;
  nameAr: string;
  country: string | null;
}

export function institutionBriefView(row: InstitutionRow): InstitutionBrief {
  return {
    id: row.id,
    kind: row.kind,
    names: { en: row.nameEn, fr: row.nameFr, ar: row.nameAr },
    country: row.country,
  };
}

export interface InstitutionContextRow extends InstitutionRow {
  regionSlug: string | null;
  regionEn: string | null;
  regionFr: string | null;
  regionAr: string | null;
  population: number | null;
  latitude: number | null;
  longitude: number | null;
  languages: string[];
  members: number;
  geonameId: number | null;
}

export function institutionView(row: InstitutionContextRow): InstitutionView {
  const region =
    row.regionSlug === null
      ? null
      : {
          slug: row.regionSlug,
          names: { en: row.regionEn ?? '', fr: row.regionFr ?? '', ar: row.regionAr ?? '' },
        };
  return {
    ...institutionBriefView(row),
    region,
    population: row.population,
    latitude: row.latitude,
    longitude: row.longitude,
    languages: row.languages,
    members: row.members,
    source: row.geonameId === null ? null : 'geonames',
  };
}

export interface MemberRow {
  id: number;
  name: string | null;
  state: MemberBrief['state'];
  seat: MemberBrief['seat'];
  institution: InstitutionRow | null;
}

/** A member who left or was erased keeps what they wrote, without their name. */
export function memberBriefView(row: MemberRow): MemberBrief {
  const isNamed = row.state !== 'erased' && row.state !== 'left';
  return {
    id: row.id,
    name: isNamed ? row.name : null,
    state: row.state,
    seat: row.seat,
    institution: row.institution && institutionBriefView(row.institution),
  };
}
