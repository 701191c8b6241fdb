/** Words of fewer signs are not taken for others. */
const forOne = 4;
const forTwo = 8;

/**
 * How many signs would have to be added, left out, changed or swapped to make one word of the other; null
 * when more than a mistake of typing: one, and two in long words.
 */
export function isNearly(typed: string, word: string): number | null {
  const [a, b] = [Array.from(typed), Array.from(word)];
  const most = a.length >= forTwo ? 2 : a.length >= forOne ? 1 : 0;
  if (Math.abs(a.length - b.length) > most) return null;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, sign] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (last[j] ?? 0) + (sign === other ? 0 : 1);
      const swap =
        i > 0 && j > 0 && sign === b[j - 1] && a[i - 1] === other
          ? (before[j - 1] ?? 0) + 1
          : change;
      row.push(Math.min(change, swap, (row[j] ?? 0) + 1, (last[j + 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  const away = last[b.length] ?? most + 1;
  return away <= most ? away : null;
}
