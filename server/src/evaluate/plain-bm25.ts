import type { JudgedSet } from './read-set.ts';

const k1 = 1.2;
const b = 0.75;
const shown = 10;

/** Small letters, and whatever stands between signs that are neither letter nor digit. */
function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * The yardstick: BM25 over plain words, title and text as one field, any word may match. Gives a function
 * from a question to the ids of the first ten texts.
 */
export function createPlainBm25({ docs }: JudgedSet): (question: string) => string[] {
  const postings = new Map<string, { at: number; often: number }[]>();
  const lengths = docs.map(({ title, text }, at) => {
    const words = plainWords(`${title} ${text}`);
    const often = new Map<string, number>();
    for (const word of words) often.set(word, (often.get(word) ?? 0) + 1);
    for (const [word, count] of often) {
      const list = postings.get(word) ?? [];
      list.push({ at, often: count });
      postings.set(word, list);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
  return (question) => {
    const scores = new Map<number, number>();
    for (const word of plainWords(question)) {
      const list = postings.get(word) ?? [];
      const rarity = Math.log(1 + (docs.length - list.length + 0.5) / (list.length + 0.5));
      for (const { at, often } of list) {
        const norm = k1 * (1 - b + (b * (lengths[at] ?? 0)) / average);
        const part = (rarity * often * (k1 + 1)) / (often + norm);
        scores.set(at, (scores.get(at) ?? 0) + part);
      }
    }
    return [...scores]
      .toSorted((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, shown)
      .flatMap(([at]) => docs[at]?.id ?? []);
  };
}
