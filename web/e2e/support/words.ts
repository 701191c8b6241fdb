import { createTranslator, type Locale, loadMessages, type Translator } from '@counterpart/locale';

const loaded = new Map<Locale, Translator>();

/**
 * The sentences of the pages in one language: tests name what they press by the same keys as the pages.
 * Numbers are written as for a reader in Tunis or Tripoli.
 */
export async function wordsOf(locale: Locale): Promise<Translator> {
  const known = loaded.get(locale);
  if (known) return known;
  const words = createTranslator(locale, await loadMessages(locale), { country: 'TN' });
  loaded.set(locale, words);
  return words;
}
