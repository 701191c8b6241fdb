import { expect, it } from 'vitest';
import { becauseKey } from './because.ts';

it('gives all reasons in one sentence', () => {
  expect(becauseKey(['theme'])).toBe('theme');
  expect(becauseKey(['language', 'theme'])).toBe('themeLanguage');
  expect(becauseKey(['language', 'region'])).toBe('languageRegion');
  expect(becauseKey(['theme', 'language', 'region'])).toBe('themeLanguageRegion');
  expect(becauseKey(['unanswered'])).toBeNull();
});
