import { type ThemePreference, themePreferences } from '@counterpart/contract';
import { isLocale, locales } from '@counterpart/locale';
import { useFormat, useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { useChooseLocale } from '../lib/page-locale.ts';
import { applyTheme, chosenTheme } from '../lib/theme.ts';
import styles from './Appearance.module.css';

/** Language and theme for those who are not signed in; members find both on their own page. */
export function Appearance() {
  const t = useText('ui');
  const { locale } = useFormat();
  const choose = useChooseLocale();
  const [theme, setTheme] = useState(chosenTheme);

  function changeTheme(value: string): void {
    const wanted: ThemePreference = themePreferences.find((one) => one === value) ?? 'system';
    setTheme(wanted);
    applyTheme(wanted);
  }

  return (
    <div className={styles.appearance}>
      <select
        aria-label={t('language')}
        value={locale}
        onChange={({ target }) => isLocale(target.value) && choose(target.value)}
        className={styles.select}
      >
        {locales.map((value) => (
          <option key={value} value={value} lang={value}>
            {t(`inLanguage.${value}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('theme.label')}
        value={theme}
        onChange={({ target }) => changeTheme(target.value)}
        className={styles.select}
      >
        {themePreferences.map((value) => (
          <option key={value} value={value}>
            {t(`theme.${value}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
