import { expect, it } from 'vitest';
import { passageOf } from './passage.ts';

const html = '<p dir="auto">We <strong>trained</strong> forty<br />youth workers.</p>';

it('a selection is quoted on one line, if the post holds it and it is not too long', () => {
  expect(passageOf('  trained forty\nyouth ', html)).toBe('trained forty youth');
  expect(passageOf('trained fifty', html)).toBeNull();
  expect(passageOf('x'.repeat(1_001), `<p>${'x'.repeat(2_000)}</p>`)).toBeNull();
});
