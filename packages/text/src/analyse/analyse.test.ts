import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOf, related, unrelated } from './arabic-pairs.ts';
import { analyse, fold } from './index.ts';

const exact = (text: string) => analyse(text).map((token) => token.exact);
const stems = (word: string) => analyse(word).flatMap((token) => token.stems);

/** Whether one who looks for the one word finds the other. */
function meet(one: string, other: string): boolean {
  const terms = (text: string) =>
    analyse(text).flatMap((token) => [`=${token.exact}`, ...token.stems]);
  const found = new Set(terms(other));
  return terms(one).some((term) => found.has(term));
}

describe('a word is the same however it is typed', () => {
  it.each([
    ['Prévention', 'prevention'],
    ['ŒUVRE', 'oeuvre'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ﬁnance', 'finance'],
    ['إِرْهَابٌ', 'ارهاب'],
    ['الأُسَرُ', 'الاسر'],
    ['آراء', 'ارا'],
    ['مسؤول', 'مسوول'],
    ['هيئة', 'هييه'],
    ['مستشفى', 'مستشفي'],
    ['مـــدينة', 'مدينه'],
    ['کتابی', 'كتابي'],
    ['١٤', '14'],
    ['۲۰۲۶', '2026'],
    ['co\u00ADopération', 'cooperation'],
  ])('%s as %s', (word, typed) => {
    expect(fold(word)).toBe(typed);
    expect(exact(word)).toEqual([typed]);
    expect(stems(word)).toEqual(stems(typed));
  });
});

describe('words of a text', () => {
  it.each([
    ["L'extrémisme, aujourd’hui : qu’en dit-on ?", ['extremisme', 'aujourdhui', 'en', 'dit', 'on']],
    [
      "The city's mayors don't know what we've tried.",
      ['the', 'city', 'mayors', 'dont', 'know', 'what', 'we', 'tried'],
    ],
    ['P/CVE in 3 quarters (2019–2021)', ['p', 'cve', 'in', '3', 'quarters', '2019', '2021']],
    ['التطرّف العنيف، والوقاية منه؟', ['التطرف', 'العنيف', 'والوقايه', 'منه']],
    ['— … 🙂 ، ؟', []],
    ['', []],
  ])('of %s', (text, words) => {
    expect(exact(text)).toEqual(words);
  });

  it('stand where they are said to stand', () => {
    const text = "Nous parlons de l’extrémisme, وَالتَّطَرُّف, and the city's 3 mayors.";
    expect(analyse(text).map(({ start, end }) => text.slice(start, end))).toEqual(
      'Nous parlons de extrémisme وَالتَّطَرُّف and the city 3 mayors'.split(' '),
    );
  });
});

describe('forms of a word share a stem', () => {
  it.each([
    ['cities', 'city'],
    ['preventing', 'prevented'],
    ['mediators', 'mediator'],
    ['municipalités', 'municipalité'],
    ['régionaux', 'régional'],
    ['extremism', 'extrémisme'],
    ['radicalisation', 'radicalisations'],
    ['بالتطرف', 'تطرف'],
    ['والبلديات', 'بلدية'],
    ['مدننا', 'مدينة'],
    ['أسئلتكم', 'سؤال'],
    ['ببلديتنا', 'بلدية'],
  ])('%s and %s', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it('and what begins or ends like an attached letter keeps it', () => {
    expect(stems('بلدية')[0]).toBe('بلدي');
    expect(stems('وقاية')[0]).toBe('وقاي');
    expect(meet('بلدية', 'بلد')).toBe(false);
  });

  it('in the held-out half of the Arabic pairs: at least 90 of 100, and at most 12 of 100 that only look alike', () => {
    const [same, other] = [pairsOf(related), pairsOf(unrelated)];
    expect(same.seen.length + same.heldOut.length).toBeGreaterThanOrEqual(150);
    expect(other.seen.length + other.heldOut.length).toBeGreaterThanOrEqual(60);
    const share = (pairs: [string, string][]) =>
      pairs.filter(([one, two]) => meet(one, two)).length / pairs.length;
    expect(share(same.heldOut)).toBeGreaterThanOrEqual(0.9);
    expect(share(other.heldOut)).toBeLessThanOrEqual(0.12);
  });
});

it('any string is a text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string(),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const tokens = analyse(text);
      expect(analyse(text)).toEqual(tokens);
      let end = 0;
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.exact).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(token.stems.length).toBeGreaterThan(0);
        expect(token.stems.every((stem) => stem !== '')).toBe(true);
        // Typed as it was folded, it is the same word.
        expect(fold(token.exact)).toBe(token.exact);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2_000 },
  );
});
