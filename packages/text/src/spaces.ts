/** One space between words; a single one that does not break, as French has before its signs, stays. */
export function singleSpaces(text: string): string {
  return text.replace(/\s+/g, (run) => (run === '\u00A0' || run === '\u202F' ? run : ' ')).trim();
}
