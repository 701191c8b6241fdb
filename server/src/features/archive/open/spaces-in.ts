import { newId, type Orm, StartError, type Tx } from '@counterpart/db';
import { roleGrant, space, spaceMember } from '@counterpart/db/schema';
import { or, sql } from 'drizzle-orm';
import type { Note } from '../report.ts';
import { noLater, noteAhead } from './dates.ts';
import type { Line } from './form.ts';
import { named } from './lists-in.ts';
import type { Work } from './work.ts';

type SpaceLine = Line<'spaces.jsonl'>;

interface Namesake {
  /** The space here that one of an archive is, by its id, or by its name when both are open. */
  id?: number;
  /** Why it can be none, and what helps. */
  clash?: string;
}

async function sameSpace(orm: Orm, line: SpaceLine): Promise<Namesake> {
  const { id, slug, access } = line;
  const there = await orm
    .select({ id: space.id, slug: space.slug, access: space.access })
    .from(space)
    .where(or(sql`${space.id} = ${id}`, sql`${space.slug} = ${slug}`));
  const same = there.find((one) => one.id === id);
  if (same?.access === access) return { id };
  if (same !== undefined) {
    const clash =
      `The space ${slug} is ${access} in the archive and ${same.access} here. Give it the access that it has here ` +
      'in its line of spaces.jsonl, when whoever can read it here may read all of its threads; otherwise take that ' +
      'line out, and its threads stay out.';
    return { clash };
  }
  const [namesake] = there;
  if (namesake === undefined) return {};
  if (namesake.access === 'open' && access === 'open') return { id: namesake.id };
  const how =
    namesake.access === access
      ? `There is another space ${slug} here, which is ${access} as well.`
      : `The space ${slug} is ${access} in the archive and ${namesake.access} here, and they are not the same.`;
  const clash = `${how} Give it another slug in its line of spaces.jsonl, and it comes beside the one here.`;
  return { clash };
}

function stopFor(clashes: readonly string[]): void {
  if (clashes.length === 0) return;
  throw new StartError(
    ['Threads could reach other people than they were written for. Nothing has been taken in.']
      .concat(clashes, 'Then start again.')
      .join('\n'),
  );
}

/** Stops before anything moves when a space here is not the one that it is called like. */
export async function checkSpaces(orm: Orm, lines: readonly SpaceLine[]): Promise<void> {
  const clashes: string[] = [];
  for (const line of lines) {
    const { clash } = await sameSpace(orm, line);
    if (clash !== undefined) clashes.push(clash);
  }
  stopFor(clashes);
}

/** Those of a space of the archive whom it may name. */
async function takeInside(tx: Tx, { house, ids }: Work, line: SpaceLine): Promise<void> {
  const { id } = line;
  const inside = line.members.filter(({ person }) => ids.people.has(person));
  for (let at = 0; at < inside.length; at += 1_000) {
    const part = inside.slice(at, at + 1_000).map(({ person, joinedAt }) => ({
      spaceId: id,
      memberId: person,
      joinedAt: noLater(house, joinedAt),
    }));
    await tx.orm.insert(spaceMember).values(part).onConflictDoNothing();
  }
  const grants = line.facilitators
    .filter(({ person }) => ids.people.has(person))
    .map(({ person, from, until }) => ({
      id: newId(),
      memberId: person,
      role: 'facilitator' as const,
      spaceId: id,
      fromAt: noLater(house, from),
      untilAt: until === null ? null : new Date(until),
    }));
  if (grants.length > 0) await tx.orm.insert(roleGrant).values(grants);
}

/** A space with its members, when it is not here; into one that is here nobody is let by an archive. */
async function takeSpace(tx: Tx, work: Work, line: SpaceLine): Promise<Note[]> {
  const { house, ids } = work;
  const { id, slug, access, names, purposes, position, members, facilitators } = line;
  const same = await sameSpace(tx.orm, line);
  if (same.clash !== undefined) stopFor([same.clash]);
  if (same.id !== undefined) {
    ids.spaces.set(id, same.id);
    return [];
  }
  const { en: purposeEn, fr: purposeFr, ar: purposeAr } = purposes;
  const purpose = { purposeEn, purposeFr, purposeAr };
  const createdAt = noLater(house, line.createdAt);
  await tx.orm
    .insert(space)
    .values({ id, slug, access, ...named(names), ...purpose, position, createdAt });
  await takeInside(tx, work, line);
  ids.spaces.set(id, id);
  const times = [
    line.createdAt,
    ...members.map(({ joinedAt }) => joinedAt),
    ...facilitators.map(({ from }) => from),
  ];
  return noteAhead(house, `space ${slug}`, times);
}

export async function takeSpaces(tx: Tx, work: Work, lines: readonly SpaceLine[]): Promise<Note[]> {
  const notes: Note[] = [];
  for (const line of lines) notes.push(...(await takeSpace(tx, work, line)));
  return notes;
}
