import type { MemberBrief } from '@counterpart/contract';
import { array, assert, constantFrom, oneof, pre, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelFor, mentionedIn, queryAt, toShown, toStored } from './mention-text.ts';

const labels = new Map([
  [5, 'Amina Dahir'],
  [6, 'Amina Dahir Said'],
  [7, 'ليلى المنصوري'],
  [8, 'Jean-Luc d’Arc (Lyon)'],
]);

function member(id: number, name: string | null): MemberBrief {
  return { id, name, state: 'active', seat: null, institution: null };
}

describe('a text with mentions', () => {
  it('shows names and stores ids', () => {
    const stored = 'Thanks @member:5, and @member:7؟ See @member:8.';
    const shown = 'Thanks @Amina Dahir, and @ليلى المنصوري؟ See @Jean-Luc d’Arc (Lyon).';
    expect(toShown(stored, labels)).toBe(shown);
    expect(toStored(shown, labels)).toBe(stored);
  });

  it('takes the longer of two names', () => {
    expect(toStored('@Amina Dahir Said and @Amina Dahir', labels)).toBe('@member:6 and @member:5');
  });

  it('leaves unknown mentions, addresses and longer words alone', () => {
    expect(toShown('@member:99 a@member:5', labels)).toBe('@member:99 a@member:5');
    expect(toStored('@Amina Dahirs x@Amina Dahir', labels)).toBe('@Amina Dahirs x@Amina Dahir');
  });

  it('finds each one once', () => {
    expect(mentionedIn('@member:5 @member:7 @member:5 x@member:6')).toEqual([5, 7]);
  });

  it('comes back as it was stored, whatever stands around', () => {
    const piece = oneof(
      constantFrom('@member:5', '@member:7', '@member:8', '@member:99', 'و', '@', '(', ' '),
      string({ maxLength: 4 }),
    );
    assert(
      property(array(piece), (pieces) => {
        const stored = pieces.join('');
        pre(![...labels.values()].some((label) => stored.includes(`@${label}`)));
        expect(
          toStored(toShown(stored, new Map([...labels].filter(([id]) => id !== 6))), labels),
        ).toBe(stored);
      }),
    );
  });
});

describe('labels', () => {
  it('tell two of the same name apart', () => {
    expect(labelFor(member(9, 'New Name'), labels, 'Mombasa')).toBe('New Name');
    expect(labelFor(member(5, 'Amina Dahir'), labels, 'Mombasa')).toBe('Amina Dahir');
    expect(labelFor(member(9, 'Amina Dahir'), labels, 'Dakar')).toBe('Amina Dahir (Dakar)');
    expect(labelFor(member(9, 'Amina Dahir'), labels, null)).toBe('Amina Dahir 9');
    expect(labelFor(member(9, null), labels, 'Dakar')).toBeNull();
  });
});

describe('a name that is being typed', () => {
  it.each([
    ['Ask @', '', 4],
    ['Ask @Ami', 'Ami', 4],
    ['Ask @Amina Da', 'Amina Da', 4],
    ['اسأل @ليل', 'ليل', 5],
  ])('%s', (text, query, start) => {
    expect(queryAt(text, text.length)).toEqual({ start, text: query });
  });

  it.each(['a@b', 'no sign', '@one two three four', '@Amina ', 'line @a\nnext'])(
    'not in %s',
    (text) => {
      expect(queryAt(text, text.length)).toBeNull();
    },
  );
});
