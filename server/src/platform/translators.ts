import {
  createTranslator,
  type Locale,
  loadMessages,
  locales,
  type Translator,
} from '@counterpart/locale';

const entries = await Promise.all(
  locales.map(
    async (locale) => [locale, createTranslator(locale, await loadMessages(locale))] as const,
  ),
);
const translators = new Map<Locale, Translator>(entries);

/** Sentences in one language, outside of the pages: problem titles, documents, mails. */
export function translatorFor(locale: Locale): Translator {
  const translator = translators.get(locale);
  if (translator === undefined) throw new Error(`There are no messages for ${locale}.`);
  return translator;
}
