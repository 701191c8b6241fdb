import { describe, expect, it } from 'vitest';
import { createFormat, formattingTag } from './format.ts';
import { loadMessages } from './messages.ts';
import { createTranslator } from './translate.ts';

const now = '2026-11-22T12:00:00Z';

describe('moments', () => {
  const english = createFormat('en', { timeZone: 'UTC' });

  it.each([
    ['2026-11-22T11:59:30Z', 'now'],
    ['2026-11-22T12:05:00Z', 'now'],
    ['2026-11-22T10:00:00Z', '2 hrs'],
    ['2026-11-19T10:00:00Z', '19 Nov'],
    ['2025-11-19T10:00:00Z', '19 Nov 2025'],
  ])('%s is short as %s', (moment, expected) => {
    expect(english.short(moment, now)).toBe(expected);
  });

  it('says how long ago in a sentence', () => {
    expect(english.ago('2026-11-19T10:00:00Z', now)).toBe('3 days ago');
    expect(createFormat('ar').ago('2026-11-22T10:00:00Z', now)).toBe('قبل ساعتين');
  });

  it('shows the reader’s own day', () => {
    const late = '2026-11-19T23:30:00Z';
    expect(createFormat('fr', { timeZone: 'UTC' }).date(late)).toBe('19 novembre 2026');
    expect(createFormat('fr', { timeZone: 'Asia/Amman' }).date(late)).toBe('20 novembre 2026');
  });
});

describe('digits', () => {
  it('are those of the country, or Latin on request', () => {
    expect(createFormat('ar').number(1234)).toBe('١٬٢٣٤');
    expect(createFormat('ar', { country: 'TN' }).number(12)).toBe('12');
    expect(createFormat('ar', { country: 'JO', numerals: 'latn' }).number(12)).toBe('12');
    expect(createFormat('fr', { country: 'LB' }).number(12)).toBe('12');
  });

  it('are the same inside sentences', async () => {
    const arabic = await loadMessages('ar');
    const say = createTranslator('ar', arabic, { country: 'JO' });
    expect(say('institutions.members', { count: 3 })).toBe('٣ أعضاء');
    expect(createTranslator('ar', arabic)('institutions.members', { count: 2 })).toBe('عضوان');
  });
});

it('puts the day before the month unless the reader is in the United States', () => {
  expect(formattingTag('en', { country: 'KE' })).toBe('en-GB');
  expect(formattingTag('en', { country: 'US' })).toBe('en-US');
});

it('takes no country that is not one', () => {
  expect(() => createFormat('ar', { country: 'not a country' }).number(1)).not.toThrow();
});

it('joins lists as the language does', () => {
  expect(createFormat('fr').list(['Dakar', 'Lyon', 'Tunis'])).toBe('Dakar, Lyon et Tunis');
});

it('refuses a sentence with a missing value', async () => {
  const say = createTranslator('en', await loadMessages('en'));
  expect(() => say('institutions.members')).toThrow();
});
