import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { locales } from './vocabulary.ts';

/** A random whole number below 2^53, drawn by the application; tells neither time nor count. */
export const id = z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER));
export const count = z.int().check(z.gte(0));
/** Position in the event log that the answer already contains. */
export const asOf = count;
/** ISO 8601 in UTC. */
export const time = z.iso.datetime();
export const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
/** BCP 47, as far as members need it. */
export const languageTag = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/), z.maxLength(16));
export const locale = z.enum(locales);
export const localized = z.object({ en: z.string(), fr: z.string(), ar: z.string() });
export type Localized = z.infer<typeof localized>;
/** Made by the client for each write; a retry with the same key gets the first answer. */
export const clientKey = z.uuid();
export const revision = z.int().check(z.gte(1));
export const cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/));

function digits(most: number) {
  return z.string().check(
    z.regex(/^(0|[1-9]\d{0,15})$/),
    z.refine((text) => Number(text) <= most, { error: 'out-of-range' }),
  );
}

/** A whole number in a path or query string; the client types it as a number. */
export function numberText(most: number = Number.MAX_SAFE_INTEGER) {
  return z.pipe(digits(most), z.transform(Number));
}

export const idText = numberText();

/** Ids in a query string, divided by commas; the client types them as numbers. */
export function idsText(most: number) {
  const ids = z.string().check(z.regex(/^[1-9]\d{0,15}(,[1-9]\d{0,15})*$/));
  const isSafe = (id: string) => Number.isSafeInteger(Number(id));
  const listed = ids.check(
    z.refine((text) => text.split(',').length <= most && text.split(',').every(isSafe), {
      error: 'out-of-range',
    }),
  );
  return z.pipe(
    listed,
    z.transform((text) => text.split(',').map(Number)),
  );
}

/** A post number; one can be added to it without leaving what PostgreSQL calls an integer. */
export const postNumberText = numberText(2 ** 31 - 2);
export const limitText = z.optional(
  z.pipe(
    digits(limits.listPage.most).check(
      z.refine((text) => Number(text) >= 1, { error: 'out-of-range' }),
    ),
    z.transform(Number),
  ),
);

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function isWellFormed(text: string): boolean {
  return !text.includes('\u0000') && !loneSurrogate.test(text);
}

/** Text on its way: perhaps empty, and storable as UTF-8 whatever it is. */
export function storable(most: number) {
  return z.string().check(z.maxLength(most), z.refine(isWellFormed, { error: 'text-malformed' }));
}

// Beside spaces, controls and what is to be ignored when shown: signs whose picture is empty (Braille,
// musical, Khitan, hieroglyphic). What text/direction takes out of a line must all be among these.
const visible =
  /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}]/u;

/** Whether anything of a text can be seen. */
export const isSeen = (text: string) => visible.test(text);

/** Text a person wrote: something visible in it, storable as UTF-8, within `most`. */
export function writing(most: number) {
  return z
    .string()
    .check(
      z.maxLength(most),
      z.refine(isWellFormed, { error: 'text-malformed' }),
      z.refine(isSeen, { error: 'text-empty' }),
    );
}

export const postBody = writing(limits.postBody).check(
  z.refine((text) => new TextEncoder().encode(text).length <= limits.postBodyBytes, {
    error: 'text-too-large',
  }),
);

/** One line: no line breaks. It is stored as NFC, which may be longer, and then too is within `most`. */
export function line(most: number) {
  return writing(most).check(
    z.refine((text) => text.normalize('NFC').length <= most, { error: 'text-too-large' }),
    z.refine((text) => !/[\r\n\u2028\u2029]/.test(text), { error: 'line-breaks' }),
  );
}

export function page<Item extends z.core.$ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.nullable(cursor), asOf });
}
