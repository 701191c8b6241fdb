import { describe, expect, it } from 'vitest';
import { readQuestion } from './read-question.ts';

const words = (typed: string) =>
  readQuestion(typed).wanted.map(({ either }) =>
    either.map(({ tokens, isQuoted }) => {
      const text = tokens.map(({ exact }) => exact).join(' ');
      return isQuoted ? `"${text}"` : text;
    }),
  );
const filters = (typed: string) => readQuestion(typed).filters;

describe('words', () => {
  it('are each for themselves, those in quotes together, in any quotes', () => {
    expect(words('Night mediation')).toEqual([['night'], ['mediation']]);
    expect(words('"night mediation" «médiation de nuit» “x y')).toEqual([
      ['"night mediation"'],
      ['"mediation de nuit"'],
      ['"x y"'],
    ]);
  });

  it('may be one or the other, in three languages', () => {
    expect(words('tram OR bus stop')).toEqual([['tram', 'bus'], ['stop']]);
    expect(words('tram OU bus')).toEqual([['tram', 'bus']]);
    expect(words('ترام أو حافلة')).toEqual([['ترام', 'حافله']]);
    expect(words('OR tram OR')).toEqual([['tram']]);
  });

  it('may be unwanted; a hyphen inside a word is none', () => {
    const { wanted, unwanted } = readQuestion('well-being -football -"very loud"');
    expect(wanted).toHaveLength(2);
    expect(unwanted.map(({ tokens }) => tokens.map(({ exact }) => exact))).toEqual([
      ['football'],
      ['very', 'loud'],
    ]);
  });

  it('are read from whatever was typed', () => {
    for (const odd of [
      '',
      '   ',
      '""',
      '-',
      ':',
      '-:"',
      'a:',
      '::::',
      '((()))',
      '\\',
      "'",
      '🙂',
      'OR',
      '%_',
    ]) {
      expect(() => readQuestion(odd)).not.toThrow();
    }
  });
});

describe('operators', () => {
  it('narrow in English, French and Arabic alike, with accents or without', () => {
    const same = [
      'author:amina lang:fr after:2026-03 in:title is:unread has:link sort:new',
      'auteur:amina langue:français après:2026-03 dans:titre est:nonlu avec:lien tri:récent',
      'auteur:amina langue:francais apres:2026-03 dans:titre est:nonlu avec:lien tri:recent',
      'كاتب:amina لغة:الفرنسية بعد:٢٠٢٦-٠٣ في:العنوان هو:جديد فيه:رابط ترتيب:الأحدث',
    ];
    const [first, ...others] = same.map(filters);
    expect(first).toMatchObject({
      authors: ['amina'],
      languages: ['fr'],
      after: new Date('2026-03-01T00:00:00Z'),
      inTitle: true,
      isUnread: true,
      hasLink: true,
      sort: 'new',
    });
    for (const other of others) expect(other).toEqual(first);
    for (const typed of same) expect(readQuestion(typed)).toMatchObject({ wanted: [], hints: [] });
  });

  it('take a value in quotes', () => {
    expect(filters('city:"Dar es Salaam" space:"public space"')).toMatchObject({
      cities: ['Dar es Salaam'],
      spaces: ['public space'],
    });
  });

  it('know oneself', () => {
    for (const typed of ['author:me', 'auteur:moi', 'كاتب:أنا']) {
      expect(filters(typed)).toMatchObject({ isMine: true, authors: [] });
    }
  });

  it('that nobody knows are searched as text, and told', () => {
    const { wanted, hints } = readQuestion('budget:large');
    expect(wanted).toHaveLength(2);
    expect(hints).toEqual([{ kind: 'operator-unknown', text: 'budget:large' }]);
  });

  it('with a value that means nothing are searched as text, and told', () => {
    const { wanted, filters: found, hints } = readQuestion('after:yesterday before:2026-13');
    expect(found).not.toHaveProperty('after');
    expect(wanted.length).toBeGreaterThan(0);
    expect(hints.map(({ kind }) => kind)).toEqual(['value-unknown', 'value-unknown']);
  });

  it('are none in an address or a time', () => {
    expect(readQuestion('https://example.org 12:30').hints).toEqual([]);
  });
});

it('looks at so much of a long question, and says so', () => {
  const { hints, wanted } = readQuestion('word '.repeat(100));
  expect(hints).toEqual([{ kind: 'cut', text: '' }]);
  expect(wanted.length).toBeLessThan(60);
});
