import type { Locale } from '@counterpart/contract';

export interface Setting {
  locale: Locale;
  theme: 'light' | 'dark';
  width: 'wide' | 'narrow';
}

const locales = ['en', 'fr', 'ar'] as const;
const dresses = [
  { theme: 'light', width: 'wide' },
  { theme: 'dark', width: 'narrow' },
  { theme: 'light', width: 'narrow' },
  { theme: 'dark', width: 'wide' },
] as const;

/**
 * Three settings for the page at this place of a list: over the whole list every pair of page, language,
 * theme and width occurs. The first two dresses together have both themes and both widths.
 */
export function settingsOf(place: number): Setting[] {
  const first = place % 2 === 0 ? 0 : 2;
  const turn = [first, first + 1, (place + first + 2) % 4];
  return locales.map((_locale, at) => ({
    locale: locales[(at + place) % 3] ?? 'en',
    ...(dresses[turn[at] ?? 0] ?? dresses[0]),
  }));
}
