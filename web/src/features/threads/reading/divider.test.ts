import { describe, expect, it } from 'vitest';
import { withArrival } from './divider.ts';

describe('the line above what is new', () => {
  it('is drawn above the first post that arrives behind the reader’s back', () => {
    expect(withArrival(null, { seq: 8, readTo: 7, watching: false })).toEqual({ seq: 8, count: 1 });
    expect(withArrival({ seq: 3, count: 5 }, { seq: 8, readTo: 7, watching: false })).toEqual({
      seq: 8,
      count: 1,
    });
  });

  it('counts on while nothing below it has been read', () => {
    const at = { seq: 8, count: 1 };
    expect(withArrival(at, { seq: 9, readTo: 7, watching: false })).toEqual({ seq: 8, count: 2 });
  });

  it('stays where it is for someone who is watching, or has not come that far', () => {
    const at = { seq: 3, count: 5 };
    expect(withArrival(null, { seq: 8, readTo: 7, watching: true })).toBeNull();
    expect(withArrival(at, { seq: 9, readTo: 5, watching: false })).toBe(at);
  });
});
