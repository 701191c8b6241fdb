import type { Tx } from '@counterpart/db';
import { institution, region, theme } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Note } from '../report.ts';
import { noLater, noteAhead } from './dates.ts';
import type { Line } from './form.ts';
import type { Work } from './work.ts';

export function named({ en, fr, ar }: { en: string; fr: string; ar: string }) {
  return { nameEn: cleanLine(en), nameFr: cleanLine(fr), nameAr: cleanLine(ar) };
}

export async function takeRegions(tx: Tx, rows: readonly Line<'regions.jsonl'>[]): Promise<Note[]> {
  const values = rows.map(({ names, ...row }) => ({ ...row, ...named(names) }));
  if (values.length > 0) await tx.orm.insert(region).values(values).onConflictDoNothing();
  return [];
}

export async function takeThemes(tx: Tx, rows: readonly Line<'themes.jsonl'>[]): Promise<Note[]> {
  const values = rows.map(({ names, ...row }) => ({ ...row, ...named(names) }));
  if (values.length > 0) await tx.orm.insert(theme).values(values).onConflictDoNothing();
  return [];
}

/** Institutions by their id, or by the place that they are; what is here stays as it is. */
export async function takeInstitutions(
  tx: Tx,
  { house, ids }: Work,
  rows: readonly Line<'institutions.jsonl'>[],
): Promise<Note[]> {
  const notes: Note[] = [];
  const places = rows.flatMap(({ geonameId }) => (geonameId === null ? [] : [geonameId]));
  const there = await tx.orm
    .select({
      id: institution.id,
      geonameId: institution.geonameId,
      regionSlug: institution.regionSlug,
    })
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
    const regionSlug = slug !== null && regions.has(slug) ? slug : null;
    if (same !== undefined) {
      ids.institutions.set(row.id, same.id);
      // The line of its region could not be read when it came.
      if (same.id === row.id && same.regionSlug === null && regionSlug !== null) {
        await tx.orm.update(institution).set({ regionSlug }).where(eq(institution.id, row.id));
      }
      continue;
    }
    values.push({ ...row, ...named(names), regionSlug, createdAt: noLater(house, createdAt) });
    notes.push(...noteAhead(house, `institution ${row.id}`, [createdAt]));
  }
  if (values.length > 0) await tx.orm.insert(institution).values(values);
  for (const { id } of values) ids.institutions.set(id, id);
  return notes;
}
