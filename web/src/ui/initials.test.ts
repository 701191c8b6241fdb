import { expect, it } from 'vitest';
import { initialsOf, tintOf, tints } from './initials.ts';

it.each([
  ['Sofia Kastrati', 'S\u200CK'],
  ['Jean-Pierre de la Fontaine', 'J\u200CF'],
  ['ليلى المنصوري', 'ل\u200Cم'],
  ['Élodie', 'É'],
  ['Ọlá (Ade)', 'Ọ\u200CA'],
  ['李 小龍', '李\u200C小'],
  ['42 !', ''],
  ['', ''],
])('%s becomes %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('gives a city one of the tints', () => {
  expect(tintOf(undefined)).toBe(0);
  expect(tintOf(2 ** 53 - 1)).toBeLessThan(tints);
});
