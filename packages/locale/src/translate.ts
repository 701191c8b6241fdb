import { createTranslator as create } from 'use-intl/core';
import { type FormatPreferences, formattingTag } from './format.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: Messages;
  }
}

/**
 * Turns keys into sentences outside of React: mails, problem titles, documents. Keys are typed, as in
 * `t('errors.title.not-found')`. A key or value that is missing throws: it is a mistake in the code.
 */
export function createTranslator(
  locale: Locale,
  messages: Messages,
  preferences: FormatPreferences = {},
) {
  return create<Messages>({
    locale: formattingTag(locale, preferences),
    messages,
    ...(preferences.timeZone ? { timeZone: preferences.timeZone } : {}),
    onError(error) {
      throw error;
    },
  });
}

export type Translator = ReturnType<typeof createTranslator>;
