import type { Localized } from '@counterpart/contract';
import type { Locale } from '@counterpart/locale';
import { useFormat } from '@counterpart/locale/react';
import { createContext, useCallback, useContext } from 'react';

export const ChooseLocaleContext = createContext<(locale: Locale) => void>(() => {});

/** Changes the language of the pages for someone who is not signed in; members have a preference. */
export function useChooseLocale(): (locale: Locale) => void {
  return useContext(ChooseLocaleContext);
}

/** Picks from a name that comes in all three languages. */
export function useLocalized(): (names: Localized) => string {
  const { locale } = useFormat();
  return useCallback((names) => names[locale], [locale]);
}
