import { type Locale, type Localized, locales } from '@counterpart/contract';
import { glossaryMeaning } from '@counterpart/db/schema';
import { analyse, type Token } from '@counterpart/text/analyse';
import { sql } from 'drizzle-orm';
import type { House } from '../../platform/house.ts';
import type { Question } from './question/read-question.ts';

/** A term that means what was asked for, in another language or in other words. */
export interface Equivalent {
  term: string;
  language: Locale;
  tokens: readonly Token[];
}

/** Some of the words of a question, one behind the other, with what means the same. */
export interface Widening {
  /** Places in the question: from the first to behind the last. */
  from: number;
  to: number;
  because: string;
  equivalents: readonly Equivalent[];
  note: Localized | null;
}

interface Meaning {
  terms: readonly Equivalent[];
  note: Localized | null;
}

/** So many terms of a meaning are looked for in each language. */
const mostTerms = 2;

function meaningOf(row: typeof glossaryMeaning.$inferSelect): Meaning {
  const termsOf = { en: row.termsEn, fr: row.termsFr, ar: row.termsAr };
  const { noteEn: en, noteFr: fr, noteAr: ar } = row;
  return {
    terms: locales.flatMap((language) =>
      termsOf[language].map((term) => ({ term, language, tokens: analyse(term) })),
    ),
    note: en !== null && fr !== null && ar !== null ? { en, fr, ar } : null,
  };
}

/** Whether two words may be forms of one. Abbreviations are only themselves. */
function isSame(one: Token, other: Token): boolean {
  if (one.exact === other.exact) return true;
  const isShort = one.exact.length < 4 || other.exact.length < 4;
  return !isShort && one.stems.some((stem) => other.stems.includes(stem));
}

interface Match {
  meaning: Meaning;
  length: number;
}

/** The longest term that begins at a place of the question. */
function longestAt(
  words: readonly (Token | undefined)[],
  at: number,
  meanings: readonly Meaning[],
): Match | undefined {
  let best: Match | undefined;
  for (const meaning of meanings) {
    for (const { tokens } of meaning.terms) {
      const isLonger = tokens.length > (best?.length ?? 0);
      const stands = tokens.every((token, place) => {
        const word = words[at + place];
        return word !== undefined && isSame(word, token);
      });
      if (isLonger && stands) best = { meaning, length: tokens.length };
    }
  }
  return best;
}

function equivalentsIn({ terms }: Meaning, said: readonly (Token | undefined)[]): Equivalent[] {
  const text = said.map((token) => token?.exact).join(' ');
  const others = terms.filter(
    ({ tokens }) => tokens.length > 0 && tokens.map(({ exact }) => exact).join(' ') !== text,
  );
  return locales.flatMap((locale) =>
    others.filter(({ language }) => language === locale).slice(0, mostTerms),
  );
}

/** What the glossary makes of a question: the longest terms first, none of them within another. */
export function widen({ wanted }: Question, meanings: readonly Meaning[]): Widening[] {
  // Only what stands alone and may have other forms is a word of a term.
  const words = wanted.map(({ either }) => {
    const [only, ...others] = either;
    const isPlain = only !== undefined && others.length === 0 && !only.isQuoted;
    return isPlain ? only.tokens[0] : undefined;
  });
  const found: Widening[] = [];
  for (let at = 0; at < words.length; ) {
    const match = longestAt(words, at, meanings);
    const to = at + (match?.length ?? 1);
    if (match !== undefined) {
      const said = words.slice(at, to);
      found.push({
        from: at,
        to,
        because: wanted
          .slice(at, to)
          .map(({ either }) => either[0]?.text)
          .join(' '),
        equivalents: equivalentsIn(match.meaning, said),
        note: match.meaning.note,
      });
    }
    at = to;
  }
  return found;
}

/** The glossary of the network as it is now, taken apart once for each of its states. */
export function createGlossary(house: House) {
  let state: string | undefined;
  let meanings: readonly Meaning[] = [];

  return async function current(): Promise<readonly Meaning[]> {
    const [now] = await house.db.query((orm) =>
      orm
        .select({ state: sql<string>`concat_ws(' ', count(*), sum(${glossaryMeaning.revision}))` })
        .from(glossaryMeaning),
    );
    if (now?.state !== state) {
      const rows = await house.db.query((orm) => orm.select().from(glossaryMeaning));
      meanings = rows.map(meaningOf);
      state = now?.state;
    }
    return meanings;
  };
}

export type Glossary = ReturnType<typeof createGlossary>;
