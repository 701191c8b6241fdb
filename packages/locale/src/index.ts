export { createFormat, type Format, type FormatPreferences, formattingTag } from './format.ts';
export {
  directionOf,
  fallbackLocale,
  isLocale,
  type Locale,
  type LocaleWishes,
  localeCookie,
  locales,
  pickLocale,
} from './locales.ts';
export { loadMessages, type Messages } from './messages.ts';
export { createTranslator, type Translator } from './translate.ts';
