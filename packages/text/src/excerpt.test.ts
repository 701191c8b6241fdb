import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, clipLine, excerpt, plainText } from './excerpt.ts';
import { fillMentions } from './mentions.ts';
import { renderPost } from './render.ts';

test('html becomes its words on one line', () => {
  const { html } = renderPost(
    '# Titre\n\nun **deux**\ntrois & <b>\n\n- a\n- b\n\n|x|y|\n|-|-|\n|1|2|',
  );
  expect(plainText(html)).toBe('Titre un deux trois & <b> a · b x y 1 2');
});

test('an excerpt of filled html holds the names', () => {
  const html = fillMentions(renderPost('Merci @member:1 !').html, () => ({ text: 'Awa & Co' }));
  expect(excerpt(html, 50)).toBe('Merci Awa & Co !');
});

test('an excerpt keeps French signs with their word', () => {
  expect(plainText('<p>Où\u202F?\n</p><p>Ici\u00A0: là</p>')).toBe('Où\u202F? Ici\u00A0: là');
});

test('the cut is between characters as people see them', () => {
  expect(clip('مُحَمَّد', 4)).toBe('مُحَمَّد');
  expect(clip('مُحَمَّد علي', 4)).toBe('مُحَمَّ…');
  expect(clip('👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒', 2)).toBe('👩🏽‍🚒…');
  expect(clip('e\u0301e\u0301e\u0301', 3)).toBe('e\u0301e\u0301e\u0301');
});

test('and between words, unless little would be left', () => {
  expect(clip('one two three', 5)).toBe('one…');
  expect(clip('one two three', 8)).toBe('one two…');
  expect(clip('one two three', 12)).toBe('one two…');
  expect(clip('one internationalisation', 12)).toBe('one interna…');
});

test('an excerpt is never longer than asked and starts as the text does', () => {
  const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      const cut = clip(text, max);
      expect(graphemes(cut)).toBeLessThanOrEqual(max);
      if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
});

test('one letter with a hundred thousand marks takes no room', () => {
  expect(clip(`a${'\u0301'.repeat(100_000)}`, 10)).toBe('…');
});

test('a line is cut in the units it is measured in, never inside a character', () => {
  expect(clipLine('Ada Ek', 6)).toBe('Ada Ek');
  expect(clipLine('Ada Ek-Ost', 8)).toBe('Ada Ek-…');
  expect(clipLine('👩‍👩‍👧'.repeat(4), 20)).toBe('👩‍👩‍👧👩‍👩‍👧…');
  expect(clipLine(`z${'\u0316'.repeat(50)}`, 20)).toBe('…');
});
