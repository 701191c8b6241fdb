import { expect, it } from 'vitest';
import { listTagOf, saysReply, withoutPrefixes } from './subjects.ts';

it.each([
  ['Re: Benches', 'Benches'],
  ['RE: AW: Sv: Benches', 'Benches'],
  ['Re[2]: Benches', 'Benches'],
  ['TR : Réf : Les bancs', 'Les bancs'],
  ['رد: إعادة توجيه: المقاعد', 'المقاعد'],
  ['Re: [cities] Re: Benches', 'Benches'],
  ['[cities] Benches', 'Benches'],
  ['[urgent] Benches', '[urgent] Benches'],
  ['Regarding: benches', 'Regarding: benches'],
  ['  ', ''],
])('%j is about %j', (subject, bare) => {
  expect(withoutPrefixes(subject, 'cities')).toBe(bare);
});

it.each([
  ['Re: Benches', true],
  ['[cities] Re: Benches', true],
  ['[cities] Benches', false],
  ['Rest and benches', false],
])('%j answers another message: %j', (subject, answers) => {
  expect(saysReply(subject, 'cities')).toBe(answers);
});

it('knows the name of a list when at least half of the subjects carry it', () => {
  expect(listTagOf(['[cities] One', 'Re: [cities] One', 'Two', '[urgent] Three'])).toBe('cities');
  expect(listTagOf(['[cities] One', 'Two', 'Three'])).toBeNull();
  expect(listTagOf(['[cities] One'])).toBeNull();
  expect(listTagOf([])).toBeNull();
});
