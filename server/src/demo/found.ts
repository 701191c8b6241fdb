import { newId, type Tx } from '@counterpart/db';
import {
  institution,
  member,
  memberPerson,
  roleGrant,
  space,
  spaceMember,
  spaceRequest,
} from '@counterpart/db/schema';
import { foundLists, named } from '../founding/found.ts';
import type { Actor, Grant } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { CAST, type CastKey } from './cast.ts';
import type { CastMember } from './cast-types.ts';
import { frenchSpaces } from './french-spaces.ts';
import { CITY_LANGUAGES, ORGANISATIONS, SPACES } from './network.ts';
import { PLACES } from './places.ts';

type SpaceKey = keyof typeof SPACES;

/** Who and what the story needs, by its keys. */
export interface Founded {
  actors: Map<CastKey, Actor>;
  spaces: Map<SpaceKey, number>;
}

/** Addresses of the cast; `.invalid` can belong to nobody (RFC 2606). */
export const castEmail = (key: string) => `${key}@counterpart.invalid`;

const castEntries = Object.entries(CAST) as [CastKey, CastMember][];
const spaceEntries = Object.entries(SPACES) as [SpaceKey, (typeof SPACES)[SpaceKey]][];

async function foundInstitutions({ orm, now }: Tx): Promise<Map<string, number>> {
  const cities = PLACES.map((place) => ({
    key: place.key,
    id: newId(),
    kind: 'city' as const,
    ...named(place.name),
    country: place.country,
    regionSlug: place.region,
    population: place.population,
    latitude: place.lat,
    longitude: place.lon,
    languages: [...((CITY_LANGUAGES as Record<string, readonly string[]>)[place.key] ?? [])],
    geonameId: place.geonameId,
    createdAt: now,
  }));
  const organisations = Object.entries(ORGANISATIONS).map(([key, organisation]) => ({
    key,
    id: newId(),
    kind: 'organisation' as const,
    ...named(organisation.name),
    country: organisation.country,
    regionSlug: organisation.region,
    languages: [...organisation.languages],
    createdAt: now,
  }));
  await orm.insert(institution).values([...cities, ...organisations]);
  return new Map([...cities, ...organisations].map(({ key, id }) => [key, id]));
}

function actorOf(person: CastMember, institutionId: number): Actor {
  const grants: Grant[] = (person.roles ?? []).map((role) => ({ role, spaceId: null }));
  return {
    memberId: newId(),
    sessionId: 0,
    state: 'active',
    seat: person.seat,
    institutionId,
    locale: person.locale,
    grants,
  };
}

async function foundMembers({ orm, now }: Tx, institutions: Map<string, number>) {
  const actors = new Map<CastKey, Actor>();
  for (const [key, person] of castEntries) {
    const institutionId = institutions.get(person.institution);
    if (institutionId === undefined) throw new Error(`The cast names no ${person.institution}.`);
    actors.set(key, actorOf(person, institutionId));
  }
  const all = castEntries.flatMap(([key, person]) => {
    const actor = actors.get(key);
    return actor ? [{ key, person, actor }] : [];
  });
  await orm.insert(member).values(
    all.map(({ actor }) => ({
      id: actor.memberId,
      institutionId: actor.institutionId,
      seat: actor.seat,
      state: 'active' as const,
      createdAt: now,
    })),
  );
  await orm.insert(memberPerson).values(
    all.map(({ key, person, actor }) => ({
      memberId: actor.memberId,
      name: person.name,
      email: castEmail(key),
      languages: [...person.languages],
      locale: person.locale,
      timeZone: person.timeZone,
    })),
  );
  const grants = all.flatMap(({ actor }) =>
    actor.grants.map(({ role }) => ({ id: newId(), memberId: actor.memberId, role, fromAt: now })),
  );
  await orm.insert(roleGrant).values(grants);
  return actors;
}

async function foundSpaces({ orm, now }: Tx, actors: Map<CastKey, Actor>) {
  const spaces = new Map<SpaceKey, number>();
  for (const [position, [slug, story]] of spaceEntries.entries()) {
    const id = newId();
    spaces.set(slug, id);
    await orm.insert(space).values({
      id,
      slug,
      access: story.access,
      ...named(story.name),
      purposeEn: story.purpose.en,
      purposeFr: frenchSpaces(story.purpose.fr),
      purposeAr: story.purpose.ar,
      position,
      createdAt: now,
    });
    const idOf = (key: CastKey) => actors.get(key)?.memberId ?? 0;
    const members = [...new Set([...story.facilitators, ...story.members])];
    await orm
      .insert(spaceMember)
      .values(members.map((key) => ({ spaceId: id, memberId: idOf(key), joinedAt: now })));
    const requests = 'requests' in story ? story.requests : [];
    for (const key of requests) {
      await orm.insert(spaceRequest).values({ spaceId: id, memberId: idOf(key), requestedAt: now });
    }
    for (const key of story.facilitators) {
      const grant = { role: 'facilitator' as const, spaceId: id };
      const actor = actors.get(key);
      if (actor) actors.set(key, { ...actor, grants: [...actor.grants, grant] });
      await orm
        .insert(roleGrant)
        .values({ id: newId(), memberId: idOf(key), ...grant, fromAt: now });
    }
  }
  return spaces;
}

/** Makes regions, themes, institutions, members and spaces of the demo network in one transaction. */
export async function foundNetwork(house: House): Promise<Founded> {
  return house.db.transaction({ memberId: null }, async (tx) => {
    await foundLists(tx);
    const institutions = await foundInstitutions(tx);
    const actors = await foundMembers(tx, institutions);
    const spaces = await foundSpaces(tx, actors);
    return { actors, spaces };
  });
}
