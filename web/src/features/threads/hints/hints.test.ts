import { describe, expect, it } from 'vitest';
import { type HintKind, hintsIn } from './hints.ts';

const given: [string, HintKind, string][] = [
  ['Call me on +254 712 345 678 tomorrow', 'contact', '+254 712 345 678'],
  ['Appelez le 01 42 68 53 00.', 'contact', '01 42 68 53 00'],
  ['اتصلوا على ٠١٢٣٤٥٦٧٨٩ غدًا', 'contact', '٠١٢٣٤٥٦٧٨٩'],
  ['(020) 7946-0018 is the desk', 'contact', '(020) 7946-0018'],
  ['Write to desk@city.example', 'contact', 'desk@city.example'],
  ['We spoke to Mrs. Okafor again', 'name', 'Mrs. Okafor'],
  ['Nous avons vu Mme Traoré', 'name', 'Mme Traoré'],
  ['a young man named Karim Haddad', 'name', 'named Karim Haddad'],
  ['un élève qui s’appelle Karim', 'name', 's’appelle Karim'],
  ['التقينا شابًا يدعى كريم', 'name', 'يدعى كريم'],
  ['a 16-year-old from the quarter', 'case', '16-year-old'],
  ['She was 14 when it began', 'case', 'She was 14'],
  ['un garçon de 15 ans', 'case', 'garçon de 15 ans'],
  ['شاب عمره ١٧ عامًا', 'case', 'عمره ١٧'],
  ['born on 3 May', 'case', 'born on 3'],
  ['see case no. 4471', 'case', 'case no. 4471'],
];

const silent = [
  'We trained 40 youth workers between 2019-2021, on 12.05.2024 and 2024-05-12.',
  'A city of 1 208 000 people, or 1.208.000, spent 250000 a year.',
  'Since 2015 and 2016, 2017, 2018 we have met every month.',
  'Thanks @member:123456789012345 and @institution:4242424242.',
  'See https://city.example/doc/20231231/4711234567 and `+254 712 345 678`.',
  'Chez nous, le comité s’appelle désormais la table de quartier.',
  'Three schools, four mosques, two churches: the mayor of Mombasa came.',
  'Young people of 15 to 25 years take part.',
];

describe('hints', () => {
  it.each(given)('%s', (text, kind, found) => {
    expect(hintsIn(text)).toContainEqual({ kind, found });
  });

  it.each(silent)('none for: %s', (text) => {
    expect(hintsIn(text)).toEqual([]);
  });

  it('gives one of each kind', () => {
    const text = 'Mr Haddad, aged 16, +44 7700 900123, and Mrs Said, aged 17, +44 7700 900456';
    expect(hintsIn(text).map(({ kind }) => kind)).toEqual(['contact', 'name', 'case']);
  });

  it('stays quick on a long text', () => {
    const long = `${'1 '.repeat(16_000)}${'a '.repeat(8_000)}`;
    const start = performance.now();
    hintsIn(long);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
