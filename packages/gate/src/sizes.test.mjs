import { expect, test } from 'vitest';
import { judgeSizes } from './sizes.mjs';

test('a file above 350 lines is named, and the spread is told', () => {
  const files = Array.from({ length: 11 }, (_, index) => ({
    file: `${index}.ts`,
    lines: index * 10,
  }));
  expect(judgeSizes(files)).toEqual({
    tooLong: [],
    summary: '11 files, median 50 lines, 90 % within 90, longest 100',
  });
  const { tooLong } = judgeSizes([
    ...files,
    { file: 'saga.ts', lines: 351 },
    { file: 'full.ts', lines: 350 },
  ]);
  expect(tooLong).toEqual(['saga.ts has 351 lines; 350 are the most. Split it by subject.']);
});
