import {
  directionOf,
  type Locale,
  loadMessages,
  localeCookie,
  type Messages,
} from '@counterpart/locale';
import { LocaleProvider } from '@counterpart/locale/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../features/accounts/index.ts';
import { keepCookie } from '../lib/cookies.ts';
import { ChooseLocaleContext } from '../lib/page-locale.ts';
import { applyTheme } from '../lib/theme.ts';

interface Shown {
  locale: Locale;
  messages: Messages;
}

/** The member's language, digits, time zone and theme; a visitor's own choice before that. */
export function LocaleRoot({ first, children }: { first: Shown; children: ReactNode }) {
  const member = useSession()?.member;
  const [chosen, choose] = useState(first.locale);
  const [shown, setShown] = useState(first);
  const wanted = member?.preferences.locale ?? chosen;
  const theme = member?.preferences.theme;

  useEffect(() => {
    let current = true;
    // The page stays as it is until the other language is here.
    void loadMessages(wanted).then((messages) => {
      if (current) setShown({ locale: wanted, messages });
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  useEffect(() => {
    document.documentElement.lang = shown.locale;
    document.documentElement.dir = directionOf(shown.locale);
    keepCookie(localeCookie, shown.locale);
  }, [shown.locale]);

  useEffect(() => {
    if (theme) applyTheme(theme);
  }, [theme]);

  const preferences = member && {
    numerals: member.preferences.numerals,
    timeZone: member.preferences.timeZone,
    country: member.institution?.country ?? null,
  };
  return (
    <ChooseLocaleContext value={choose}>
      <LocaleProvider {...shown} {...preferences}>
        {children}
      </LocaleProvider>
    </ChooseLocaleContext>
  );
}
