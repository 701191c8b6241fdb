import { describe, expect, it } from 'vitest';
import { passageOf } from './passage.ts';

const body =
  'We **trained** forty\nyouth workers, see [the plan](https://x.example).\n\n- شبكة محلية\n- @member:5';

describe('a passage to quote', () => {
  it.each([
    ['trained forty youth', 'trained forty youth'],
    ['  forty\n youth workers, ', 'forty youth workers,'],
    ['شبكة محلية', 'شبكة محلية'],
  ])('%s', (selected, passage) => {
    expect(passageOf(selected, body)).toBe(passage);
  });

  it.each(['', ' … ', 'trained fifty', 'Amina Dahir', 'x'.repeat(1_001)])('not: %s', (selected) => {
    expect(passageOf(selected, `${body} ${'x'.repeat(2_000)}`)).toBeNull();
  });
});
