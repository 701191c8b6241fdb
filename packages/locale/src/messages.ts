import type { Locale } from './locales.ts';
import type english from './messages/en.ts';

export type Messages = typeof english;

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./messages/en.ts'),
  fr: () => import('./messages/fr.ts'),
  ar: () => import('./messages/ar.ts'),
};

/** All messages of one locale; one chunk in the browser, fetched once. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await loaders[locale]()).default;
}
