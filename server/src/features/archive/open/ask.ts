import { StartError } from '@counterpart/db';
import { thread } from '@counterpart/db/schema';
import { and, inArray, sql } from 'drizzle-orm';
import { createReport } from '../report.ts';
import type { Line } from './form.ts';
import { meetPeople } from './people-in.ts';
import { batches, type Reading } from './reading.ts';
import { checkSpaces } from './spaces-in.ts';

const atOnce = 1_000;

type Author = Line<'posts.jsonl'>['author'];
const person = (author: Author | undefined) => (author ? [author.person] : []);
const personOf = (one: { person: number }) => one.person;

/** Notes which of these threads are here, and were not brought by an archive. */
async function meetThreads({ house, ids }: Reading, rows: readonly { id: number }[]) {
  const there = await house.db.query((orm) =>
    orm
      .select({ id: thread.id })
      .from(thread)
      .where(
        and(
          inArray(
            thread.id,
            rows.map(({ id }) => id),
          ),
          sql`not exists (select from archive_item known where known.key = 'counterpart:thread:' || ${thread.id})`,
        ),
      ),
  );
  for (const { id } of there) ids.otherThreads.add(id);
}

/** Meets these people, each once. */
async function meetAll(reading: Reading, met: Set<number>, named: readonly number[]) {
  const fresh = [...new Set(named)].filter((id) => !met.has(id));
  for (const id of fresh) met.add(id);
  for (let at = 0; at < fresh.length; at += atOnce) {
    const part = fresh.slice(at, at + atOnce);
    await reading.house.db.query((orm) => meetPeople(orm, reading, part));
  }
}

function askForOrigin({ ids: { others, otherThreads }, origin }: Reading): void {
  if (others.size + otherThreads.size === 0 || origin !== undefined) return;
  throw new StartError(
    `The export speaks for ${others.size} of the members here, who can sign in or were here before any export, ` +
      `and in ${otherThreads.size} of the threads here, which no export has brought. Start again with ` +
      '--origin own when this network wrote it, and its word is taken for what they have said; or with ' +
      '--origin foreign, and that is left out.',
  );
}

/**
 * Goes through the whole archive before anything moves, so that whatever has to be answered for is asked first:
 * nobody is made to say anything by an archive that somebody else may have written. Gives all who are named.
 */
export async function lookThrough(reading: Reading): Promise<Set<number>> {
  const unheard = { ...reading, report: createReport() };
  const named = new Set<number>();
  const meet = (people: readonly number[]) => meetAll(unheard, named, people);
  for await (const rows of batches(unheard, 'people.jsonl')) await meet(rows.map(({ id }) => id));
  for await (const rows of batches(unheard, 'spaces.jsonl')) {
    await reading.house.db.query((orm) => checkSpaces(orm, rows));
    await meet(rows.flatMap((row) => [...row.members, ...row.facilitators].map(personOf)));
  }
  for await (const rows of batches(unheard, 'threads.jsonl')) {
    await meet(rows.flatMap((row) => [...person(row.author), ...person(row.synthesis?.author)]));
    if (reading.origin !== 'own') await meetThreads(unheard, rows);
  }
  for await (const rows of batches(unheard, 'posts.jsonl')) {
    await meet(rows.flatMap((row) => [...person(row.author), ...row.reactions.map(personOf)]));
  }
  askForOrigin(reading);
  return named;
}
