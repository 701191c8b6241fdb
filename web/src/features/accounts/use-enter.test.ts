import { expect, it } from 'vitest';
import { safeNext } from './use-enter.ts';

it.each([
  ['/threads/12?from=3', '/threads/12?from=3'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/sign-in', '/'],
  [undefined, '/'],
])('%s leads to %s', (next, place) => {
  expect(safeNext(next)).toBe(place);
});
