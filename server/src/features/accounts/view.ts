import type { Locale, OwnMember, Preferences } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';

export interface OwnRow {
  id: number;
  name: string;
  state: OwnMember['state'];
  seat: OwnMember['seat'];
  languages: string[];
  locale: Locale;
  theme: Preferences['theme'];
  numerals: Preferences['numerals'];
  timeZone: string;
  institution: {
    id: number;
    kind: 'city' | 'organisation';
    nameEn: string;
    nameFr: string;
    nameAr: string;
    country: string | null;
  } | null;
}

/** The signed-in member with what only they see. */
export function ownMemberView(actor: Actor, row: OwnRow): OwnMember {
  const { institution } = row;
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    seat: row.seat,
    institution: institution && {
      id: institution.id,
      kind: institution.kind,
      names: { en: institution.nameEn, fr: institution.nameFr, ar: institution.nameAr },
      country: institution.country,
    },
    languages: row.languages,
    roles: [...new Set(actor.grants.map(({ role }) => role))],
    preferences: {
      locale: row.locale,
      theme: row.theme,
      numerals: row.numerals,
      timeZone: row.timeZone,
    },
  };
}
