import { locales, type Seat } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import {
  institution,
  member,
  memberCredential,
  memberPerson,
  space,
  spaceMember,
} from '@counterpart/db/schema';
import { CAST } from '../demo/cast.ts';
import type { CastMember } from '../demo/cast-types.ts';
import { CITY_LANGUAGES } from '../demo/institutions.ts';
import { PLACES } from '../demo/places.ts';
import { foundLists, named } from '../founding/found.ts';
import { hashSalted } from '../platform/passwords.ts';
import type { Chance } from './chance.ts';

/** A member as author of posts. */
export interface BenchMember {
  memberId: number;
  institutionId: number;
  seat: Seat;
}

/** A space and who is in it; the first is bench-1. */
export interface BenchSpace {
  id: number;
  access: 'open' | 'restricted' | 'private';
  members: BenchMember[];
}

export interface BenchGround {
  members: BenchMember[];
  spaces: Record<BenchSpace['access'], BenchSpace>;
}

const seats = ['prevention-coordinator', 'focal-point', 'practitioner', 'social-services'] as const;
const hashesAtOnce = 2;
const chunk = 1_000;

/** What the spaces are called, and which share of the members is in them. */
const SPACES = {
  open: { en: 'The whole network', fr: 'Tout le réseau', ar: 'الشبكة كلها', inside: 0.7 },
  restricted: { en: 'Practitioners', fr: 'Praticiens', ar: 'الممارسون', inside: 0.25 },
  private: { en: 'Around one table', fr: 'Autour d’une table', ar: 'حول طاولة واحدة', inside: 0.1 },
} as const;

export const benchEmail = (number: number) => `bench-${number}@example.org`;
export const benchPassword = (number: number) => `counterpart-bench-${number}`;

async function foundInstitutions({ orm, now }: Tx, chance: Chance): Promise<number[]> {
  const languages: Record<string, readonly string[]> = CITY_LANGUAGES;
  const rows = PLACES.map((place) => ({
    id: chance.id(),
    kind: 'city' as const,
    ...named(place.name),
    country: place.country,
    regionSlug: place.region,
    population: place.population,
    latitude: place.lat,
    longitude: place.lon,
    languages: [...(languages[place.key] ?? [])],
    geonameId: place.geonameId,
    createdAt: now,
  }));
  await orm.insert(institution).values(rows);
  return rows.map(({ id }) => id);
}

/** Given names and family names of the demo's cast, mixed anew within one script. */
function inventName(chance: Chance, people: readonly CastMember[]): string {
  const { name } = chance.oneOf(people);
  const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text);
  const others = people.filter((other) => isArabic(other.name) === isArabic(name));
  const [given] = name.split(' ');
  const [, ...family] = chance.oneOf(others).name.split(' ');
  return [given, ...family].join(' ');
}

/** Two at a time, as many as have a core; with a salt from the seed, so that the rows are the same. */
async function hashPasswords(chance: Chance, count: number, onHash: (done: number) => void) {
  const salts = Array.from({ length: count }, () => chance.bytes(16));
  const hashes: string[] = [];
  for (let at = 0; at < count; at += hashesAtOnce) {
    const part = salts.slice(at, at + hashesAtOnce);
    const hashed = part.map((salt, n) => hashSalted(benchPassword(at + n + 1), salt));
    hashes.push(...(await Promise.all(hashed)));
    onHash(hashes.length);
  }
  return hashes;
}

/** bench-1 and the others; `onHash` hears how many have their password. */
export async function prepareMembers(
  chance: Chance,
  count: number,
  onHash: (done: number) => void,
) {
  const people = Object.values<CastMember>(CAST);
  const members = Array.from({ length: count }, (_, index) => ({
    memberId: chance.id(),
    seat: seats[index % seats.length] ?? seats[0],
    name: inventName(chance, people),
    email: benchEmail(index + 1),
    locale: locales[index % locales.length] ?? ('en' as const),
  }));
  const hashes = await hashPasswords(chance, count, onHash);
  return members.map((one, index) => ({ ...one, passwordHash: hashes[index] ?? '' }));
}

type Prepared = Awaited<ReturnType<typeof prepareMembers>>;

async function foundMembers(
  { orm, now }: Tx,
  prepared: Prepared,
  institutions: readonly number[],
): Promise<BenchMember[]> {
  const members = prepared.map(({ memberId, seat }, index) => {
    const institutionId = institutions[index % institutions.length] ?? 0;
    return { memberId, institutionId, seat };
  });
  for (let at = 0; at < members.length; at += chunk) {
    await orm.insert(member).values(
      members.slice(at, at + chunk).map(({ memberId, institutionId, seat }) => ({
        id: memberId,
        institutionId,
        seat,
        state: 'active' as const,
        createdAt: now,
      })),
    );
    const part = prepared.slice(at, at + chunk);
    await orm.insert(memberPerson).values(
      part.map(({ memberId, name, email, locale }) => ({
        memberId,
        name,
        email,
        locale,
        languages: [locale],
      })),
    );
    await orm
      .insert(memberCredential)
      .values(
        part.map(({ memberId, passwordHash }) => ({ memberId, passwordHash, changedAt: now })),
      );
  }
  return members;
}

async function foundSpace(
  { orm, now }: Tx,
  chance: Chance,
  access: BenchSpace['access'],
  all: readonly BenchMember[],
): Promise<BenchSpace> {
  const { inside, ...name } = SPACES[access];
  const id = chance.id();
  await orm.insert(space).values({
    id,
    slug: `bench-${access}`,
    access,
    ...named(name),
    purposeEn: 'For measuring.',
    purposeFr: 'Pour mesurer.',
    purposeAr: 'للقياس.',
    position: Object.keys(SPACES).indexOf(access),
    createdAt: now,
  });
  const least = 4;
  const members = all.filter((_one, index) => index < least || chance.happens(inside));
  for (let at = 0; at < members.length; at += chunk) {
    await orm
      .insert(spaceMember)
      .values(
        members
          .slice(at, at + chunk)
          .map(({ memberId }) => ({ spaceId: id, memberId, joinedAt: now })),
      );
  }
  return { id, access, members };
}

/** Regions, themes, institutions, members and three spaces; bench-1 is in all three. */
export async function foundBench(tx: Tx, chance: Chance, prepared: Prepared): Promise<BenchGround> {
  await foundLists(tx);
  const institutions = await foundInstitutions(tx, chance);
  const members = await foundMembers(tx, prepared, institutions);
  return {
    members,
    spaces: {
      open: await foundSpace(tx, chance, 'open', members),
      restricted: await foundSpace(tx, chance, 'restricted', members),
      private: await foundSpace(tx, chance, 'private', members),
    },
  };
}
