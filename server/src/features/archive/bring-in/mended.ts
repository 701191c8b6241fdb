import { cleanText, textProblem } from '@counterpart/text/direction';

/** A text as PostgreSQL can keep it: no NUL, no half of a character. */
export function mended(text: string): string {
  const clean = cleanText(text).replaceAll('\0', '');
  return textProblem(clean) === null ? clean : Buffer.from(clean).toString();
}
