import { analyse } from '@counterpart/text/analyse';
import type { JudgedSet } from './read-set.ts';

/** A word that hardly any text has, with a mistake in it, and the text that has it. */
export interface Typo {
  typed: string;
  id: string;
}

const shortest = 5;
const most = 300;

/** One sign left out, doubled, changed for another, or swapped with the next; each in turn. */
function mistyped(word: string, n: number): string {
  const signs = Array.from(word);
  const at = 1 + (n % (signs.length - 2));
  const [here = '', next = ''] = [signs[at], signs[at + 1]];
  const middle = [
    () => [next],
    () => [here, here, next],
    () => [here === signs[0] ? next : (signs[0] ?? ''), next],
    () => [next, here],
  ][n % 4]?.();
  return [...signs.slice(0, at), ...(middle ?? []), ...signs.slice(at + 2)].join('');
}

/** Of texts of the set, the rarest word that is long enough, mistyped. */
export function typosIn({ docs }: JudgedSet): Typo[] {
  const words = docs.map(({ id, title, text }) => ({
    id,
    words: [...new Set(analyse(`${title} ${text}`).map(({ exact }) => exact))],
  }));
  const often = new Map<string, number>();
  for (const one of words) {
    for (const word of one.words) often.set(word, (often.get(word) ?? 0) + 1);
  }
  const step = Math.max(1, Math.floor(docs.length / most));
  return words
    .filter((_, at) => at % step === 0)
    .flatMap(({ id, words: own }, n) => {
      const rare = own.filter(
        (word) => often.get(word) === 1 && Array.from(word).length >= shortest && !/\d/.test(word),
      );
      const word = rare[n % Math.max(1, rare.length)];
      if (word === undefined) return [];
      const typed = mistyped(word, n);
      // What is another word of the set is no mistake.
      return typed === word || often.has(typed) ? [] : [{ typed, id }];
    });
}
