import type { Locale } from './locales.ts';

export interface FormatPreferences {
  /** `locale`: the digits usual for the language and country; `latn`: always 0-9. */
  numerals?: 'locale' | 'latn';
  /** ISO 3166-1 alpha-2 of the reader's city: decides digits and names of months. */
  country?: string | null;
  /** IANA name; the machine's own when absent. */
  timeZone?: string;
}

export const deviceTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

type Moment = Date | string | number;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Arabic-speaking countries in which 0-9 are the usual digits. */
const latinDigitCountries = new Set(['DZ', 'EH', 'LY', 'MA', 'MR', 'TN']);

function digitsOf(locale: Locale, { numerals, country }: FormatPreferences): 'arab' | 'latn' {
  if (locale !== 'ar' || numerals === 'latn') return 'latn';
  return latinDigitCountries.has(country ?? '') ? 'latn' : 'arab';
}

/** BCP 47 tag for `Intl` and messages: day before month in English unless the reader is in the United States. */
export function formattingTag(locale: Locale, preferences: FormatPreferences = {}): string {
  const { country } = preferences;
  if (locale === 'en') return country === 'US' ? 'en-US' : 'en-GB';
  const base = country && /^[A-Z]{2}$/.test(country) ? `${locale}-${country}` : locale;
  return locale === 'ar' ? `${base}-u-nu-${digitsOf(locale, preferences)}` : base;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function relativeTo(relative: Intl.RelativeTimeFormat, past: number): string {
  if (past < minute) return relative.format(0, 'second');
  if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
  if (past < day) return relative.format(-Math.floor(past / hour), 'hour');
  if (past < 30 * day) return relative.format(-Math.floor(past / day), 'day');
  if (past < 365 * day) return relative.format(-Math.floor(past / (30 * day)), 'month');
  return relative.format(-Math.floor(past / (365 * day)), 'year');
}

function dateFormats(tag: string, timeZone: string | undefined) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(tag, { ...options, ...(timeZone ? { timeZone } : {}) }));
  return {
    date: format({ dateStyle: 'long' }),
    exact: format({ dateStyle: 'full', timeStyle: 'short' }),
    monthDay: format({ day: 'numeric', month: 'short' }),
    monthDayYear: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    year: format({ year: 'numeric' }),
  };
}

function makeWhen(locale: Locale, tag: string, timeZone: string | undefined) {
  const dates = dateFormats(tag, timeZone);
  const relative = once(() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const unitDisplay = locale === 'ar' ? 'long' : 'short';
  const units = (unit: 'minute' | 'hour') =>
    once(() => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay }));
  const minutes = units('minute');
  const hours = units('hour');
  /** Clocks differ a little: what seems to lie ahead is now. */
  const since = (moment: Date, now: Moment) =>
    Math.max(0, new Date(now).getTime() - moment.getTime());

  return {
    /** "19 November 2026". */
    date: (moment: Moment) => dates.date().format(new Date(moment)),
    /** Day of the week, date and time, for titles and tooltips. */
    exact: (moment: Moment) => dates.exact().format(new Date(moment)),
    /** "3 days ago", for sentences. */
    ago: (moment: Moment, now: Moment) => relativeTo(relative(), since(new Date(moment), now)),
    /** "2 hrs" on the same day, then "19 Nov", then "19 Nov 2025": for lists and posts. */
    short(moment: Moment, now: Moment) {
      const then = new Date(moment);
      const past = since(then, now);
      if (past < minute) return relative().format(0, 'second');
      if (past < hour) return minutes().format(Math.floor(past / minute));
      if (past < day) return hours().format(Math.floor(past / hour));
      const sameYear = dates.year().format(then) === dates.year().format(new Date(now));
      return (sameYear ? dates.monthDay() : dates.monthDayYear()).format(then);
    },
  };
}

/** Numbers, moments, lists and names of languages as one reader expects them. Make it once per reader. */
export function createFormat(locale: Locale, preferences: FormatPreferences = {}) {
  const tag = formattingTag(locale, preferences);
  const numbers = once(() => new Intl.NumberFormat(tag));
  const and = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const languages = once(() => new Intl.DisplayNames(tag, { type: 'language' }));
  const countries = once(() => new Intl.DisplayNames(tag, { type: 'region' }));
  return {
    locale,
    tag,
    number: (value: number) => numbers().format(value),
    list: (items: Iterable<string>) => and().format(items),
    /** The parts of a list, so that each item can be isolated in markup. */
    listParts: (items: Iterable<string>) => and().formatToParts(items),
    /** Name of a BCP 47 language in the reader's language. */
    language: (languageTag: string) => languages().of(languageTag) ?? languageTag,
    /** The same where it stands alone, with a capital letter if the script has them. */
    languageAlone(languageTag: string): string {
      const name = languages().of(languageTag) ?? languageTag;
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    },
    country: (code: string) => countries().of(code) ?? code,
    ...makeWhen(locale, tag, preferences.timeZone),
  };
}

export type Format = ReturnType<typeof createFormat>;
