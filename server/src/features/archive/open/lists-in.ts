import { newId, type Orm, StartError, type Tx } from '@counterpart/db';
import {
  archiveItem,
  institution,
  member,
  memberCredential,
  memberPerson,
  region,
  roleGrant,
  space,
  spaceMember,
  theme,
} from '@counterpart/db/schema';
import { cleanLine, cleanText } from '@counterpart/text/direction';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { touchAuthored } from '../../threads/index.ts';
import type { Line } from './form.ts';
import { note, noteKeys } from './notes.ts';
import type { Work } from './work.ts';

function named({ en, fr, ar }: { en: string; fr: string; ar: string }) {
  return { nameEn: cleanLine(en), nameFr: cleanLine(fr), nameAr: cleanLine(ar) };
}

export async function takeRegions(tx: Tx, rows: readonly Line<'regions.jsonl'>[]): Promise<void> {
  const values = rows.map(({ names, ...row }) => ({ ...row, ...named(names) }));
  if (values.length > 0) await tx.orm.insert(region).values(values).onConflictDoNothing();
}

export async function takeThemes(tx: Tx, rows: readonly Line<'themes.jsonl'>[]): Promise<void> {
  const values = rows.map(({ names, ...row }) => ({ ...row, ...named(names) }));
  if (values.length > 0) await tx.orm.insert(theme).values(values).onConflictDoNothing();
}

/** Institutions by their id, or by the place that they are; what is here stays as it is. */
export async function takeInstitutions(
  tx: Tx,
  { ids }: Work,
  rows: readonly Line<'institutions.jsonl'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const places = rows.flatMap(({ geonameId }) => (geonameId === null ? [] : [geonameId]));
  const there = await tx.orm
    .select({ id: institution.id, geonameId: institution.geonameId })
    .from(institution)
    .where(
      or(
        inArray(
          institution.id,
          rows.map(({ id }) => id),
        ),
        places.length > 0 ? inArray(institution.geonameId, places) : sql`false`,
      ),
    );
  const known = await tx.orm.select({ slug: region.slug }).from(region);
  const regions = new Set(known.map(({ slug }) => slug));
  const values: (typeof institution.$inferInsert)[] = [];
  for (const { names, region: slug, createdAt, ...row } of rows) {
    const same =
      there.find(({ id }) => id === row.id) ??
      there.find(({ geonameId }) => geonameId !== null && geonameId === row.geonameId);
    if (same !== undefined) ids.institutions.set(row.id, same.id);
    if (same !== undefined || values.some(({ id }) => id === row.id)) continue;
    const regionSlug = slug !== null && regions.has(slug) ? slug : null;
    values.push({ ...row, ...named(names), regionSlug, createdAt: new Date(createdAt) });
  }
  if (values.length > 0) await tx.orm.insert(institution).values(values);
  for (const { id } of values) ids.institutions.set(id, id);
}

/**
 * Tells who of these people is here, and for whom of them the archive may speak: for whom an archive
 * brought, and who only wrote in archives, as long as they cannot sign in.
 */
export async function meetPeople(orm: Orm, { ids, origin }: Work, personIds: readonly number[]) {
  const brought = await orm
    .select({ id: archiveItem.subjectId })
    .from(archiveItem)
    .where(inArray(archiveItem.key, personIds.map(noteKeys.person)));
  const spokenFor = new Set(brought.map(({ id }) => id));
  const there = await orm
    .select({ id: member.id, state: member.state, signsIn: memberCredential.changedAt })
    .from(member)
    .leftJoin(memberCredential, eq(memberCredential.memberId, member.id))
    .where(inArray(member.id, [...personIds]));
  for (const { id, state, signsIn } of there) {
    const isBrought = signsIn === null && (state === 'unclaimed' || spokenFor.has(id));
    const isOther = origin !== 'own' && !isBrought;
    (isOther ? ids.others : ids.people).add(id);
  }
  return new Set(there.map(({ id }) => id));
}

/** Of these people those for whom an earlier run could only keep a place. */
async function placesKept(tx: Tx, rows: readonly { id: number }[]): Promise<Set<number>> {
  const noted = await tx.orm
    .select({ id: archiveItem.subjectId })
    .from(archiveItem)
    .innerJoin(member, eq(member.id, archiveItem.subjectId))
    .leftJoin(memberPerson, eq(memberPerson.memberId, member.id))
    .where(
      and(
        inArray(
          archiveItem.key,
          rows.map(({ id }) => noteKeys.missing(id)),
        ),
        isNull(memberPerson.memberId),
        eq(member.state, 'unclaimed'),
        sql`not exists (select from archive_item known where known.key = 'counterpart:person:' || ${member.id})`,
      ),
    );
  return new Set(noted.map(({ id }) => id));
}

/** People who are not here yet. Nobody can sign in by this: an archive holds no passwords. */
export async function takePeople(
  tx: Tx,
  work: Work,
  rows: readonly Line<'people.jsonl'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { ids, report, name: archive } = work;
  const emails = rows.flatMap(({ email }) => (email === undefined ? [] : [email.toLowerCase()]));
  const known = await meetPeople(
    tx.orm,
    work,
    rows.map(({ id }) => id),
  );
  const taken = await tx.orm
    .select({ email: sql<string>`lower(${memberPerson.email})` })
    .from(memberPerson)
    .where(emails.length > 0 ? inArray(sql`lower(${memberPerson.email})`, emails) : sql`false`);
  const addresses = new Set(taken.map(({ email }) => email));
  const kept = await placesKept(tx, rows);
  const missing = rows.filter(
    ({ id }, index) =>
      (!known.has(id) || kept.has(id)) && rows.findIndex((row) => row.id === id) === index,
  );
  if (missing.length === 0) return;
  const members = missing.map(({ id, state, seat, institution: home, createdAt }) => ({
    id,
    // Only who writes in archives, and who was erased, has no seat.
    state: seat === null && state !== 'erased' ? ('unclaimed' as const) : state,
    seat,
    institutionId: home === null ? null : (ids.institutions.get(home) ?? null),
    createdAt: new Date(createdAt),
  }));
  const fresh = members.filter(({ id }) => !kept.has(id));
  if (fresh.length > 0) await tx.orm.insert(member).values(fresh);
  for (const { id, ...own } of members.filter((one) => kept.has(one.id))) {
    await tx.orm.update(member).set(own).where(eq(member.id, id));
    await touchAuthored(tx, id);
  }
  const clashes: number[] = [];
  const people = missing.flatMap((row) => {
    if (row.name === null) return [];
    const email = row.email?.toLowerCase();
    const isTaken = email !== undefined && addresses.has(email);
    if (isTaken) clashes.push(row.id);
    if (email !== undefined) addresses.add(email);
    const { id, name, languages, locale, about } = row;
    const shown = { name: cleanLine(name), about: about === null ? null : cleanText(about) };
    return [
      { memberId: id, languages, locale, ...shown, email: isTaken ? null : (row.email ?? null) },
    ];
  });
  if (people.length > 0) await tx.orm.insert(memberPerson).values(people);
  await note(
    tx,
    archive,
    'member',
    missing.map(({ id }) => ({ key: noteKeys.person(id), subjectId: id })),
  );
  for (const { id } of missing) ids.people.add(id);
  for (const id of clashes) report.mend('address-taken', `person ${id}`);
  report.stored('authors', missing.length);
}

type SpaceLine = Line<'spaces.jsonl'>;

/** The space here that one of an archive is, by its id, or by its name when both are open. */
async function sameSpace(tx: Tx, line: SpaceLine): Promise<number | undefined> {
  const there = await tx.orm
    .select({ id: space.id, slug: space.slug, access: space.access })
    .from(space)
    .where(or(sql`${space.id} = ${line.id}`, sql`${space.slug} = ${line.slug}`));
  const same = there.find(({ id }) => id === line.id);
  if (same !== undefined && same.access === line.access) return same.id;
  const [namesake] = there;
  if (namesake === undefined) return undefined;
  if (same === undefined && namesake.access === 'open' && line.access === 'open')
    return namesake.id;
  throw new StartError(
    `The space ${line.slug} is ${line.access} in the archive and ${namesake.access} here, so ` +
      'its threads could reach other people than they were written for. Give the one here ' +
      'another name, then start again.',
  );
}

/** A space with its members, when it is not here; into one that is here nobody is let by an archive. */
async function takeSpace(tx: Tx, { ids }: Work, line: SpaceLine): Promise<void> {
  const same = await sameSpace(tx, line);
  if (same !== undefined) return void ids.spaces.set(line.id, same);
  const { id, slug, access, names, purposes, position, members, facilitators } = line;
  const { en: purposeEn, fr: purposeFr, ar: purposeAr } = purposes;
  const purpose = { purposeEn, purposeFr, purposeAr };
  const createdAt = new Date(line.createdAt);
  await tx.orm
    .insert(space)
    .values({ id, slug, access, ...named(names), ...purpose, position, createdAt });
  const inside = members.filter(({ person }) => ids.people.has(person));
  for (let at = 0; at < inside.length; at += 1_000) {
    const part = inside.slice(at, at + 1_000);
    await tx.orm
      .insert(spaceMember)
      .values(
        part.map(({ person, joinedAt }) => ({
          spaceId: id,
          memberId: person,
          joinedAt: new Date(joinedAt),
        })),
      )
      .onConflictDoNothing();
  }
  const grants = facilitators
    .filter(({ person }) => ids.people.has(person))
    .map(({ person, from, until }) => ({
      id: newId(),
      memberId: person,
      role: 'facilitator' as const,
      spaceId: id,
      fromAt: new Date(from),
      untilAt: until === null ? null : new Date(until),
    }));
  if (grants.length > 0) await tx.orm.insert(roleGrant).values(grants);
  ids.spaces.set(id, id);
}

export async function takeSpaces(tx: Tx, work: Work, lines: readonly SpaceLine[]): Promise<void> {
  for (const line of lines) await takeSpace(tx, work, line);
}
