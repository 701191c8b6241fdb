import { type ThemePreference, themePreferences } from '@counterpart/contract';
import { keepCookie, readCookie } from './cookies.ts';

/** Read by the server, so that a dark page is dark from its first paint. */
export const themeCookie = 'counterpart-theme';

export function chosenTheme(): ThemePreference {
  const cookie = readCookie(themeCookie);
  return themePreferences.find((theme) => theme === cookie) ?? 'system';
}

/** Shows the page in this theme now, and next time. */
export function applyTheme(theme: ThemePreference): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  if (chosenTheme() !== theme) keepCookie(themeCookie, theme);
}
