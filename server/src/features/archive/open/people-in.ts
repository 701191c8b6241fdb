import type { Orm, Tx } from '@counterpart/db';
import { archiveItem, member, memberCredential, memberPerson } from '@counterpart/db/schema';
import { cleanLine, cleanText } from '@counterpart/text/direction';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { touchAuthored } from '../../threads/index.ts';
import { mendsOf, type Note } from '../report.ts';
import { noLater, noteAhead } from './dates.ts';
import type { Line } from './form.ts';
import { note, noteKeys } from './notes.ts';
import type { Work } from './work.ts';

type PersonLine = Line<'people.jsonl'>;

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
async function placesKept(tx: Tx, personIds: readonly number[]): Promise<Set<number>> {
  const noted = await tx.orm
    .select({ id: archiveItem.subjectId })
    .from(archiveItem)
    .innerJoin(member, eq(member.id, archiveItem.subjectId))
    .leftJoin(memberPerson, eq(memberPerson.memberId, member.id))
    .where(
      and(
        inArray(archiveItem.key, personIds.map(noteKeys.missing)),
        isNull(memberPerson.memberId),
        eq(member.state, 'unclaimed'),
        sql`not exists (select from archive_item known where known.key = 'counterpart:person:' || ${member.id})`,
      ),
    );
  return new Set(noted.map(({ id }) => id));
}

/**
 * Keeps a place for each of these people who is not here: somebody whom the archive names and does not
 * describe, until a later run does.
 */
export async function keepPlaces(tx: Tx, work: Work, personIds: readonly number[]): Promise<void> {
  const { ids, name } = work;
  const here = await meetPeople(tx.orm, work, personIds);
  const missing = personIds.filter((id) => !here.has(id));
  if (missing.length > 0) {
    const createdAt = tx.now;
    await tx.orm
      .insert(member)
      .values(missing.map((id) => ({ id, state: 'unclaimed' as const, createdAt })));
    const items = missing.map((id) => ({ key: noteKeys.missing(id), subjectId: id }));
    await note(tx, name, 'member', items);
  }
  for (const id of missing) ids.people.add(id);
  for (const id of await placesKept(tx, personIds)) ids.nameless.add(id);
}

async function storeMembers(
  tx: Tx,
  { house, ids }: Work,
  rows: readonly PersonLine[],
  kept: ReadonlySet<number>,
): Promise<void> {
  const members = rows.map(({ id, state, seat, institution: home, createdAt }) => ({
    id,
    // Only who writes in archives, and who was erased, has no seat.
    state: seat === null && state !== 'erased' ? ('unclaimed' as const) : state,
    seat,
    institutionId: home === null ? null : (ids.institutions.get(home) ?? null),
    createdAt: noLater(house, createdAt),
  }));
  const fresh = members.filter(({ id }) => !kept.has(id));
  if (fresh.length > 0) await tx.orm.insert(member).values(fresh);
  for (const { id, ...own } of members.filter((one) => kept.has(one.id))) {
    await tx.orm.update(member).set(own).where(eq(member.id, id));
    await touchAuthored(tx, id);
  }
}

/** Gives people who are here the institution whose line could not be read when they came. */
async function bringHome(tx: Tx, { ids }: Work, rows: readonly PersonLine[]): Promise<void> {
  const homes = rows.flatMap(({ id, institution }) => {
    const home = institution === null ? undefined : ids.institutions.get(institution);
    return home === undefined || !ids.people.has(id) ? [] : [{ id, home }];
  });
  const homeless = await tx.orm
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        inArray(
          member.id,
          homes.map(({ id }) => id),
        ),
        isNull(member.institutionId),
      ),
    );
  const wanted = new Set(homeless.map(({ id }) => id));
  for (const { id, home } of homes.filter((one) => wanted.has(one.id))) {
    const moved = { institutionId: home, version: sql`${member.version} + 1` };
    await tx.orm.update(member).set(moved).where(eq(member.id, id));
    await touchAuthored(tx, id);
  }
}

/** Stores who these people are; gives those whose address somebody else has. */
async function storePersons(tx: Tx, rows: readonly PersonLine[]): Promise<number[]> {
  const emails = rows.flatMap(({ email }) => (email === undefined ? [] : [email.toLowerCase()]));
  const taken = await tx.orm
    .select({ email: sql<string>`lower(${memberPerson.email})` })
    .from(memberPerson)
    .where(emails.length > 0 ? inArray(sql`lower(${memberPerson.email})`, emails) : sql`false`);
  const addresses = new Set(taken.map(({ email }) => email));
  const clashes: number[] = [];
  const people = rows.flatMap((row) => {
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
  return clashes;
}

/** People who are not here yet. Nobody can sign in by this: an archive holds no passwords. */
export async function takePeople(tx: Tx, work: Work, rows: readonly PersonLine[]): Promise<Note[]> {
  const { house, ids, report, name: archive } = work;
  const personIds = rows.map(({ id }) => id);
  const known = await meetPeople(tx.orm, work, personIds);
  const kept = await placesKept(tx, personIds);
  const isNew = ({ id }: PersonLine) => !known.has(id) || kept.has(id);
  await bringHome(
    tx,
    work,
    rows.filter((row) => !isNew(row)),
  );
  const missing = rows.filter(isNew);
  if (missing.length === 0) return [];
  await storeMembers(tx, work, missing, kept);
  const clashes = await storePersons(tx, missing);
  const items = missing.map(({ id }) => ({ key: noteKeys.person(id), subjectId: id }));
  await note(tx, archive, 'member', items);
  for (const { id } of missing) ids.people.add(id);
  report.stored('authors', missing.length);
  return missing.flatMap(({ id, createdAt }) => [
    ...noteAhead(house, `person ${id}`, [createdAt]),
    ...mendsOf(`person ${id}`, { 'address-taken': clashes.includes(id) }),
  ]);
}
