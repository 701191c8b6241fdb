import { expect, it } from 'vitest';
import { createProgress } from './progress.ts';

/** What is written where nobody watches, such as into a log. */
function logged(total: number, ...done: number[]): string[] {
  const lines: string[] = [];
  const out = { isTTY: false, write: (text: string) => lines.push(text) > 0 };
  const progress = createProgress('Reading', total, out);
  for (const one of done) progress.to(one);
  progress.end();
  return lines;
}

it('in a log ends at 100 %, also where less came than was thought, and says it once', () => {
  expect(logged(100, 5, 50, 97)).toEqual([
    'Reading 0 %\n',
    'Reading 50 %\n',
    'Reading 90 %\n',
    'Reading 100 %\n',
  ]);
  expect(logged(10, 5, 10)).toEqual(['Reading 50 %\n', 'Reading 100 %\n']);
  expect(logged(0)).toEqual(['Reading 100 %\n']);
});
