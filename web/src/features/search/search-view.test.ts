import { describe, expect, it } from 'vitest';
import { changedView, isAsked, searchViewFrom } from './search-view.ts';

describe('the address of a search', () => {
  it('is read as it was written', () => {
    const view = {
      q: 'night mediation',
      type: 'post',
      space: 12,
      lang: 'fr',
      sort: 'new',
    } as const;
    expect(searchViewFrom(view)).toEqual(view);
  });

  it('leaves out what nobody could mean', () => {
    const odd = {
      q: 3,
      type: 'moon',
      space: 'x',
      kind: '',
      lang: 'FR!',
      theme: 'A b',
      sort: 'old',
    };
    expect(searchViewFrom(odd)).toEqual({ q: '3' });
    expect(searchViewFrom({ type: 'all', q: '' })).toEqual({});
  });

  it('keeps the rest when a part changes', () => {
    expect(changedView({ q: 'a', space: 1 }, { space: undefined, kind: 'practice' })).toEqual({
      q: 'a',
      kind: 'practice',
    });
  });

  it('asks for something when there are words or filters', () => {
    expect([{}, { q: '  ' }, { type: 'post' } as const].map(isAsked)).toEqual([
      false,
      false,
      false,
    ]);
    expect([{ q: 'a' }, { theme: 'youth' }].map(isAsked)).toEqual([true, true]);
  });
});
