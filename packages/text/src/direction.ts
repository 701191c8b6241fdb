import { singleSpaces } from './spaces.ts';

// Bidirectional embeddings, overrides and isolates: they can make a text read as what it is not.
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

// Beside those: direction marks and everything that takes a place without being seen. The empty Braille
// cell and its like count as letters or signs, yet show nothing; joiners and selectors have rules below.
const UNSEEN =
  /(?!\u200C|\u200D|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}])[\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{13441}\u{13442}\u{16FE4}\u{1D159}]/gu;

// A variation selector is kept where it changes the sign before it: an emoji, the digit of a keycap, an ideograph.
const LOOSE_SELECTORS =
  /(?<!\p{Extended_Pictographic}|[\d#*](?=\uFE0F\u20E3))[\uFE0E\uFE0F]|(?<!\p{Script=Han})(?:[\uFE00-\uFE0D]|[\u{E0100}-\u{E01EF}])/gu;

// A joiner is kept between letters (Persian, Indic scripts) and inside an emoji sequence.
const LOOSE_JOINERS =
  /(?<![\p{L}\p{M}])\u200C|\u200C(?![\p{L}\p{M}])|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200D|\u200D(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

const FIRST_STRONG = /[\p{L}\u200E\u200F\u061C]/u;
const RTL =
  /[\u200F\u061C\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/u;

/** The direction of a text's first strong character; null when it has none (digits, signs). */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  const first = FIRST_STRONG.exec(text)?.[0];
  if (first === undefined) return null;
  return RTL.test(first) ? 'rtl' : 'ltr';
}

/** Takes out embeddings, overrides and isolates; leaves direction marks and joiners. */
export function stripBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, '');
}

/**
 * A title or name as it is stored: NFC, one line, single spaces, nothing unseen. Joiners stay
 * where they join. Cleaning twice changes nothing.
 */
export function cleanLine(text: string): string {
  const seen = text
    .replace(/[\t\n\v\f\r\u0085]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(UNSEEN, '')
    .replace(LOOSE_SELECTORS, '')
    .replace(LOOSE_JOINERS, '')
    .normalize('NFC');
  return singleSpaces(seen);
}

/** A body as it is stored: one kind of line end, no bidirectional controls, else as written. */
export function cleanText(text: string): string {
  return stripBidiControls(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'));
}

/** Why a text cannot be stored at all: PostgreSQL takes no NUL, UTF-8 no half of a pair. */
export function textProblem(text: string): 'nul' | 'unpaired-surrogate' | null {
  if (text.includes('\0')) return 'nul';
  return /\p{Surrogate}/u.test(text) ? 'unpaired-surrogate' : null;
}
