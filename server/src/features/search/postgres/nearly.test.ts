import { expect, it } from 'vitest';
import { isNearly } from './nearly.ts';

it.each([
  ['youth', 'youth', 0],
  ['yuoth', 'youth', 1],
  ['yout', 'youth', 1],
  ['youuth', 'youth', 1],
  ['mediaton', 'mediation', 1],
  ['meditaton', 'mediation', 2],
  ['بلديه', 'بلدية', 1],
])('%s may mean %s', (typed, word, away) => {
  expect(isNearly(typed, word)).toBe(away);
});

it.each([
  ['bus', 'bug'],
  ['youth', 'mouths'],
  ['youth', 'truth'],
  ['mediation', 'meditate'],
])('%s does not mean %s', (typed, word) => {
  expect(isNearly(typed, word)).toBeNull();
});
