import { describe, expect, it } from 'vitest';
import { hostileHtml } from '../hostile-texts.ts';
import { indexWords } from './vector.ts';

describe('the words of a text as an index keeps them', () => {
  it('are its words as they are written and their stems, with their places', () => {
    expect(indexWords('The schools')).toEqual({
      vector: "'=the':1 'the':1 '=schools':2 'school':2",
      count: 2,
    });
  });

  it('begin with the title, which is also kept as such, and a phrase does not reach over it', () => {
    const { vector, count } = indexWords('school', 'Night');
    expect(count).toBe(2);
    expect(vector.split(' ')).toEqual(
      expect.arrayContaining(["'=night':1A", "'~night'", "'=school':3"]),
    );
  });

  it('are never longer than PostgreSQL takes, whatever the text is', () => {
    const swollen = String.fromCodePoint(0xfdfa).repeat(64);
    const many = Array.from({ length: 16_000 }, (_, n) => n.toString(36)).join(' ');
    for (const text of [swollen, many.slice(0, 32_000), ...hostileHtml]) {
      const { vector } = indexWords(text.slice(0, 32_000), text.slice(0, 200));
      const forms = [...vector.matchAll(/'((?:[^']|'')*)'/g)].map(([, form = '']) => form);
      expect(forms.length).toBeLessThanOrEqual(20_000);
      expect(Math.max(0, ...forms.map((form) => Buffer.byteLength(form)))).toBeLessThan(2_046);
      expect(Buffer.byteLength(vector)).toBeLessThan(1_000_000);
    }
  });
});
