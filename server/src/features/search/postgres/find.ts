import { limits } from '@counterpart/contract';
import { BusyError, databaseCode } from '@counterpart/db';
import type { Sql } from 'postgres';
import type { Actor } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import type { Widening } from '../glossary.ts';
import type { Question } from '../question/read-question.ts';
import { type Clue, cluesOf, formsAsked, unwantedText, type Variants } from './clues.ts';
import { mostWeighed } from './entrances.ts';
import { type Filters, isNarrowed } from './filters.ts';
import { fullScore, type Ranked, rank, timeOf } from './rank.ts';
import { type FacetRow, selectFound } from './select-found.ts';
import { type Words, weighWords, wordsBeginning, wordsNearly } from './words.ts';

export interface FindAsk {
  question: Question;
  /** What the glossary adds to it. */
  widenings: readonly Widening[];
  filters: Filters;
  sort: 'relevance' | 'new';
  until: Date;
  withFacets: boolean;
  /** Threads are asked for rather than posts. */
  isGrouped: boolean;
}

export interface Answer {
  ranked: readonly Ranked[];
  clues: readonly Clue[];
  /** About the score of what holds everything once. */
  fullScore: number;
  threads: number;
  posts: number;
  atLeast: boolean;
  facets: readonly FacetRow[];
  /** Something holds as much of the words as was asked for. */
  isWhole: boolean;
  /** Words that were looked for in place of others, as they are written folded. */
  nearly: readonly string[];
  /** Not all words were looked for. */
  isShortened: boolean;
  tooGeneral: boolean;
}

const empty: Answer = {
  ranked: [],
  clues: [],
  fullScore: 0,
  threads: 0,
  posts: 0,
  atLeast: false,
  facets: [],
  isWhole: true,
  nearly: [],
  isShortened: false,
  tooGeneral: false,
};

/** The word that is asked for at this place, when it is a single one that was not put in quotes. */
function wordAt({ wanted }: Question, at: number): string | undefined {
  const [first, ...others] = wanted.at(at)?.either ?? [];
  const isSingle = others.length === 0 && first?.tokens.length === 1 && !first.isQuoted;
  return isSingle ? first.tokens[0]?.exact : undefined;
}

/** Of more words than this that nobody wrote, the others are not guessed. */
const mostUnknown = 4;

/** What else may have been meant: how the last word may go on, and what words that nobody wrote are near to. */
async function variantsOf(
  sql: Sql,
  actor: Actor,
  question: Question,
  words: Words,
): Promise<Map<number, Variants>> {
  const { wanted, isOpen } = question;
  let asked = 0;
  const found = await Promise.all(
    wanted.map(async ({ either }, at): Promise<[number, Variants]> => {
      const word = wordAt(question, at);
      if (word === undefined) return [at, { beginnings: [], nearly: [] }];
      const isLast = isOpen && at === wanted.length - 1;
      const beginnings = isLast ? await wordsBeginning(sql, actor, word) : [];
      const forms = either.flatMap(({ tokens }) =>
        tokens.flatMap(({ exact, stems }) => [`=${exact}`, ...stems]),
      );
      const isKnown = forms.some((form) => words.docsWith(form) > 0) || beginnings.length > 0;
      if (!isKnown) asked += 1;
      const isLeft = isKnown || asked > mostUnknown;
      return [at, { beginnings, nearly: isLeft ? [] : await wordsNearly(sql, actor, word) }];
    }),
  );
  return new Map(found);
}

/** So many as are looked for: what must be there, and of the rest what tells most, in the order typed. */
function telling(clues: readonly Clue[]): Clue[] {
  // A word that nobody seems to have written comes last: it may have been written just now.
  const value = ({ isRequired, weight, docs }: Clue) =>
    isRequired ? Infinity : docs === 0 ? -1 / weight : weight;
  const first = clues.toSorted((one, other) => value(other) - value(one));
  const kept = new Set(first.slice(0, limits.search.words));
  return clues.filter((clue) => kept.has(clue));
}

/** Of titles only forms are kept: there nothing is asked for as it is written. */
function inAnyForm(question: Question): Question {
  const wanted = question.wanted.map(({ either }) => ({
    either: either.map((phrase) => ({ ...phrase, isQuoted: false })),
  }));
  return { ...question, wanted };
}

function newestFirst(ranked: readonly Ranked[]): Ranked[] {
  return ranked.toSorted((one, other) => timeOf(other) - timeOf(one));
}

async function findWith(sql: Sql, actor: Actor, ask: FindAsk): Promise<Answer> {
  const { widenings, filters, sort, until, withFacets, isGrouped } = ask;
  const question = filters.inTitle ? inAnyForm(ask.question) : ask.question;
  if (question.wanted.length === 0 && !isNarrowed(filters)) return empty;
  const asked = formsAsked(question, widenings);
  const known = await weighWords(sql, actor, asked);
  const variants = await variantsOf(sql, actor, question, known);
  const further = [...variants.values()].flatMap(({ beginnings, nearly }) => [
    ...beginnings,
    ...nearly,
  ]);
  const forms = [...new Set([...asked, ...further])];
  const words = further.length === 0 ? known : await weighWords(sql, actor, forms);
  const all = cluesOf(question, words, variants, widenings);
  const clues = telling(all);
  const found = await selectFound(sql, actor, {
    clues,
    unwanted: unwantedText(question),
    forms,
    filters,
    // Without words there is nothing to rank by.
    sort: clues.length === 0 ? 'new' : sort,
    until,
    withFacets,
    isGrouped,
  });
  const ranked = rank(found.rows ?? [], clues, words, until);
  const { threads, posts, facets, weighed, isWhole } = found;
  return {
    ranked: sort === 'new' || clues.length === 0 ? newestFirst(ranked) : ranked,
    clues,
    fullScore: fullScore(clues),
    threads,
    posts,
    atLeast: weighed >= mostWeighed,
    facets: facets ?? [],
    isWhole: isWhole || threads === 0,
    nearly: [...variants.values()].flatMap((one) => one.nearly.map((form) => form.slice(1))),
    isShortened: clues.length < all.length,
    tooGeneral: false,
  };
}

/** Looks in PostgreSQL, where what is written can be found in the commit that writes it. */
export async function findInPostgres(house: House, actor: Actor, ask: FindAsk): Promise<Answer> {
  try {
    return await house.db.search((sql) => findWith(sql, actor, ask));
  } catch (error) {
    const isTooMuch = error instanceof BusyError && databaseCode(error.cause) === '57014';
    if (!isTooMuch) throw error;
    return { ...empty, tooGeneral: true };
  }
}
