import { arabicStems } from './arabic.ts';
import { fold } from './fold.ts';
import { latinStems } from './latin.ts';
import { longestWord, wordsIn } from './words.ts';

export { fold } from './fold.ts';

/** Raised whenever a text would come apart otherwise; rows of an older one are analysed again. */
export const ANALYSER_VERSION = 1;

/** A word of a text as it is looked for. */
export interface Token {
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** As everybody would type it who does not care about accents or forms of letters. */
  exact: string;
  /** What it shares with its other forms; the first is the surest. Never empty. */
  stems: readonly string[];
}

const arabic = /\p{Script=Arabic}/u;
const latin = /^[a-z]+$/;

function stemsOf(word: string): string[] {
  if (arabic.test(word)) return arabicStems(word);
  return latin.test(word) ? latinStems(word) : [word];
}

type Forms = Pick<Token, 'exact' | 'stems'>;

/** Few words are most of what is written. */
const mostKept = 20_000;
const kept = new Map<string, Forms>();

/** The forms of a word as it is written. */
function formsOf(written: string): Forms {
  const known = kept.get(written);
  if (known !== undefined) return known;
  // One sign may stand for a whole sentence.
  const exact = fold(written).slice(0, longestWord);
  const forms = { exact, stems: exact === '' ? [] : [...new Set(stemsOf(exact))] };
  if (kept.size >= mostKept) kept.clear();
  kept.set(written, forms);
  return forms;
}

/**
 * The words of a text, for an index and for a question alike: the same text always gives the same. Any
 * string is a text; what holds no letter and no digit has no words.
 */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { start, end, text: written } of wordsIn(text)) {
    const { exact, stems } = formsOf(written);
    if (exact !== '') tokens.push({ start, end, exact, stems });
  }
  return tokens;
}
