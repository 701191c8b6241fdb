import { formOf } from '@counterpart/text/analyse/vector';
import type { Sql } from 'postgres';
import type { Actor } from '../../../platform/actor.ts';
import { isNearly } from './nearly.ts';
import { visibleShelves } from './shelves.ts';

/** What the actor's shelves hold, and how many of their documents hold each of some forms. */
export interface Words {
  docs: number;
  /** Words of a document, on average. */
  length: number;
  docsWith(form: string): number;
}

/** As the word that is being typed may go on: that many forms of it. */
const mostBeginnings = 20;
/** Shorter beginnings could become anything. */
const shortestBeginning = 3;
/** As a word with a mistake may have been meant. */
const mostNearly = 5;
const mostLookedAt = 300;

interface Row {
  docs: number;
  words: number;
  known: { form: string; docs: number }[] | null;
}

/** How many documents that the actor may read hold each form. */
export async function weighWords(sql: Sql, actor: Actor, forms: readonly string[]): Promise<Words> {
  const [row] = await sql<Row[]>`
    with seen as (select * from search_shelf shelf where ${visibleShelves(sql, actor)})
    select (select coalesce(sum(docs), 0) from seen)::float8 as docs,
      (select coalesce(sum(word_count), 0) from seen)::float8 as words,
      (select json_agg(json_build_object('form', form, 'docs', docs)) from (
        select form, sum(word.docs) as docs from search_word word join seen using (space_id, is_inner)
        where form = any(${[...forms]}::text[]) group by form) counted) as known`;
  const { docs = 0, words = 0, known } = row ?? {};
  const counted = new Map((known ?? []).map((one) => [one.form, one.docs]));
  return {
    docs: Math.max(docs, 1),
    length: docs > 0 ? Math.max(words / docs, 1) : 1,
    docsWith: (form) => counted.get(form) ?? 0,
  };
}

/** The words, among those the actor may read, that begin as the one that is being typed; the usual ones first. */
export async function wordsBeginning(sql: Sql, actor: Actor, exact: string): Promise<string[]> {
  if (exact.length < shortestBeginning) return [];
  const from = formOf.exact(exact);
  const rows = await sql<{ form: string }[]>`
    select form from search_word shelf
    where form > ${from} and form < ${`${from}\u{10FFFF}`} and ${visibleShelves(sql, actor)}
    group by form order by sum(docs) desc, form limit ${mostBeginnings}`;
  return rows.map(({ form }) => form);
}

/** The words, among those the actor may read, that may have been meant by one with a mistake in it. */
export async function wordsNearly(sql: Sql, actor: Actor, exact: string): Promise<string[]> {
  const form = formOf.exact(exact);
  const rows = await sql<{ form: string; docs: number }[]>`
    select form, sum(docs)::float8 as docs from search_word shelf
    where form like '=%' and form % ${form}
      and length(form) between ${form.length - 2} and ${form.length + 2}
      and ${visibleShelves(sql, actor)}
    group by form order by similarity(form, ${form}) desc, form limit ${mostLookedAt}`;
  return rows
    .map((row) => ({ ...row, away: isNearly(exact, row.form.slice(1)) }))
    .filter(({ away }) => away !== null)
    .toSorted((a, b) => (a.away ?? 0) - (b.away ?? 0) || b.docs - a.docs)
    .slice(0, mostNearly)
    .map((row) => row.form);
}
