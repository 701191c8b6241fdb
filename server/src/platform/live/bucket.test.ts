import { expect, test } from 'vitest';
import { createBucket } from './bucket.ts';

test('a burst, then a rate, then a burst again after a pause', () => {
  let time = 0;
  const bucket = createBucket({ most: 3, perSecond: 2, now: () => time });
  const take = (times: number) => Array.from({ length: times }, () => bucket.take());
  expect(take(4)).toEqual([true, true, true, false]);
  expect(bucket.isFull()).toBe(false);
  time = 500;
  expect(take(2)).toEqual([true, false]);
  time = 60_000;
  expect(bucket.isFull()).toBe(true);
  expect(take(4)).toEqual([true, true, true, false]);
});
