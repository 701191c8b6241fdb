const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (/\p{L}/u.test(segment)) return segment;
  }
  return '';
}

/** Up to two letters of a name in any script; the Arabic article does not count, and letters stay apart. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s\u00A0-]+/)
    .map((word) => word.replace(/^ال(?=\p{L}{2})/u, ''));
  const letters = words.map(firstLetter).filter(Boolean);
  const chosen = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  // A zero-width non-joiner keeps two Arabic letters from reading as a word.
  return chosen.join('\u200C').toLocaleUpperCase();
}

export const tints = 8;

/** Which of the tints a city has: the same one everywhere. */
export function tintOf(institutionId: number | undefined): number {
  return institutionId === undefined ? 0 : institutionId % tints;
}
