import { expect, test } from 'vitest';
import { createCatchingUp } from './catching-up.ts';

test('whoever waits is told when the last question is answered, once, and not after they turned away', () => {
  const { begin, whenDone } = createCatchingUp();
  const told: string[] = [];
  whenDone(() => told.push('at once'));
  const [first, second] = [begin(), begin()];
  whenDone(() => told.push('later'));
  whenDone(() => told.push('never'))();
  first();
  first();
  expect(told).toEqual(['at once']);
  second();
  expect(told).toEqual(['at once', 'later']);
  begin()();
  expect(told).toEqual(['at once', 'later']);
});
