import type { ReplyOf, readingRoutes } from '@counterpart/contract';

type Because = ReplyOf<typeof readingRoutes.getHome>['couldAnswer'][number]['because'];

const sentences = [
  null,
  'theme',
  'language',
  'themeLanguage',
  'region',
  'themeRegion',
  'languageRegion',
  'themeLanguageRegion',
] as const;

/**
 * The one sentence that gives all reasons: each combination is its own, none is glued from pieces. Null
 * where the only reason is that nobody has answered, which the entry says anyway.
 */
export function becauseKey(because: Because): (typeof sentences)[number] {
  const weigh = (reason: Because[number], weight: number) =>
    because.includes(reason) ? weight : 0;
  return sentences[weigh('theme', 1) + weigh('language', 2) + weigh('region', 4)] ?? null;
}
