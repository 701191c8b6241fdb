import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { IntlProvider, useTranslations } from 'use-intl/react';
import { createFormat, deviceTimeZone, type Format, type FormatPreferences } from './format.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

const FormatContext = createContext<Format | null>(null);

interface Props extends FormatPreferences {
  locale: Locale;
  messages: Messages;
  children: ReactNode;
}

/** Gives everything below it one language, one way to write numbers and dates, and one time zone. */
export function LocaleProvider(props: Props) {
  const { locale, messages, numerals, country, timeZone, children } = props;
  const format = useMemo(
    () =>
      createFormat(locale, {
        ...(numerals ? { numerals } : {}),
        ...(country ? { country } : {}),
        ...(timeZone ? { timeZone } : {}),
      }),
    [locale, numerals, country, timeZone],
  );
  return (
    <FormatContext value={format}>
      <IntlProvider locale={format.tag} messages={messages} timeZone={timeZone ?? deviceTimeZone}>
        {children}
      </IntlProvider>
    </FormatContext>
  );
}

/** Numbers, dates and lists for this reader; `useFormat().locale` is the language of the page. */
export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (!format) throw new Error('useFormat needs a LocaleProvider above it');
  return format;
}

/** The messages of one feature: `const t = useText('threads')`. */
export { useTranslations as useText };
