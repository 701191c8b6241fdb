import { newId, StartError, type Tx } from '@counterpart/db';
import { roleGrant, space, spaceMember } from '@counterpart/db/schema';
import { or, sql } from 'drizzle-orm';
import type { Line } from './form.ts';
import { named } from './lists-in.ts';
import type { Work } from './work.ts';

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
