const narrow = '\u202F';
const wide = '\u00A0';

/**
 * French as it is printed: no sign begins a line, and no number is torn apart. The story is written
 * with spaces that can be seen.
 */
export function frenchSpaces(text: string): string {
  return text
    .replaceAll(/(?<=\S) (?=[;?!])/g, narrow)
    .replaceAll(/(?<=\S) (?=[:»%€])/g, wide)
    .replaceAll(/(?<=«) /g, wide)
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, narrow)
    .replaceAll(/(?<=\d) (?=h\b)/g, wide);
}
