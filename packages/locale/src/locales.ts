/** The languages the pages speak. What members write may be in any language. */
export const locales = ['en', 'fr', 'ar'] as const;
export type Locale = (typeof locales)[number];

export const fallbackLocale: Locale = 'en';
/** Holds the choice of someone who is not signed in. Not secret, read by the server for the document. */
export const localeCookie = 'counterpart-locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

function weigh(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().split(';');
  const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
  const language = tag.trim().toLowerCase().split('-')[0] ?? '';
  return { language, weight: quality === undefined ? 1 : Number(quality) };
}

function fromHeader(acceptLanguage: string): Locale | undefined {
  const wishes = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map(weigh)
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return wishes.map(({ language }) => language).find(isLocale);
}

export interface LocaleWishes {
  /** What the member chose. */
  member?: string | undefined;
  /** What this browser chose before signing in. */
  cookie?: string | undefined;
  /** The header of that name. */
  acceptLanguage?: string | undefined;
}

/** The member's choice, else the cookie, else the browser's wish, else English. Never from the address. */
export function pickLocale({ member, cookie, acceptLanguage }: LocaleWishes): Locale {
  if (isLocale(member)) return member;
  if (isLocale(cookie)) return cookie;
  return fromHeader(acceptLanguage ?? '') ?? fallbackLocale;
}
