import type { TextPart } from '@counterpart/contract';
import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { hitsOf, markHits, passageOf } from './passage.ts';

const lookingFor = (...forms: string[]) =>
  hitsOf(
    forms.map((form) => ({
      ways: [{ sequence: [[form]], worth: 1 }],
      weight: 1,
      docs: 1,
      isRequired: false,
    })),
  );
const whole = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join('');
const hits = (parts: readonly TextPart[]) => parts.filter(({ hit }) => hit).map(({ text }) => text);

it('marks the words as they are written, with their accents and vowel signs', () => {
  expect(hits(markHits('La Prévention, d’abord.', lookingFor('=prevention')))).toEqual([
    'Prévention',
  ]);
  expect(hits(markHits('عملُ البَلَديّة اليوم', lookingFor('=البلديه')))).toEqual(['البَلَديّة']);
});

it('marks words that stand beside each other together', () => {
  const parts = markHits('a night mediation team', lookingFor('=night', '=mediation'));
  expect(hits(parts)).toEqual(['night mediation']);
});

it('changes nothing of the text', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      expect(whole(markHits(text, lookingFor('=a', 'e')))).toBe(text);
    }),
  );
});

it('shows the part of a long text in which most of it stands', () => {
  const filler = 'It rained and nothing more is to be said of that week. '.repeat(40);
  const text = `${filler}A lantern hung there. ${filler}The lantern and the ferry met. ${filler}`;
  const parts = passageOf(text, lookingFor('=lantern', '=ferry'), 1);
  expect(hits(parts)).toEqual(['lantern', 'ferry']);
  expect(whole(parts).length).toBeLessThan(300);
});

it('finds the place in a text that is too long to be looked at whole', () => {
  const filler = 'Nothing is to be said of that week. '.repeat(400);
  const text = `${filler}The lantern.${filler}`;
  const place = 400 * 8 + 2;
  expect(hits(passageOf(text, lookingFor('=lantern'), place))).toEqual(['lantern']);
});

it('shows the beginning of a text in which nothing stands', () => {
  expect(passageOf('Short and plain.', lookingFor('=lantern'), 0)).toEqual([
    { text: 'Short and plain.', hit: false },
  ]);
});

it('never cuts a sign in two', () => {
  const text = '🙂'.repeat(400);
  // Half a sign cannot be written as UTF-8.
  expect(() => encodeURIComponent(whole(passageOf(text, lookingFor('=x'), 0)))).not.toThrow();
});
