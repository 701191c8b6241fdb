import { describe, expect, it } from 'vitest';
import { conversationsOf, type Placed } from './conversations.ts';

const day = 24 * 3_600_000;
let clock = 0;

function said(id: string, refs: string[] = [], more: Partial<Placed> = {}): Placed {
  clock += 1;
  return { id, refs, subject: id, at: clock, ...more };
}

/** Each conversation as its messages in order, each with what it answers. */
function told(items: Placed[], listTag: string | null = null): string[][] {
  return conversationsOf(items, listTag).map((conversation) =>
    conversation.map(({ item, parent }) => (parent ? `${item.id}>${parent.id}` : item.id)),
  );
}

describe('messages that name each other', () => {
  it('are one conversation, in the order of time', () => {
    const items = [said('a'), said('b'), said('c', ['a']), said('d', ['a', 'c']), said('e', ['b'])];
    expect(told(items.toReversed())).toEqual([
      ['a', 'c>a', 'd>c'],
      ['b', 'e>b'],
    ]);
  });

  it('are so also when what they name is not in the archive', () => {
    expect(told([said('a', ['lost']), said('b', ['lost']), said('c', ['b', 'gone'])])).toEqual([
      ['a', 'b', 'c>b'],
    ]);
  });

  it('stand behind what they answer, whatever clocks said', () => {
    const items = [said('a', [], { at: 50 }), said('b', ['a'], { at: 10 }), said('c', ['b'])];
    expect(told(items)).toEqual([['a', 'b>a', 'c>b']]);
  });

  it('each stand once when they name each other in a circle, or themselves', () => {
    const items = [said('a', ['c']), said('b', ['a']), said('c', ['b']), said('d', ['d'])];
    const [circle, self] = told(items);
    expect(circle?.map((text) => text[0]).toSorted()).toEqual(['a', 'b', 'c']);
    expect(circle?.filter((text) => text.length === 1)).toHaveLength(1);
    expect(self).toEqual(['d']);
  });

  it('may be a hundred thousand in a row', () => {
    const items = Array.from({ length: 100_000 }, (_, n) =>
      said(`m${n}`, n > 0 ? [`m${n - 1}`] : []),
    );
    expect(conversationsOf(items.toReversed(), null).map(({ length }) => length)).toEqual([
      100_000,
    ]);
  });
});

describe('answers that name no message', () => {
  const first = () => said('a', [], { subject: '[cities] Benches' });
  it('belong to what was said about their subject', () => {
    const answer = said('b', [], { subject: 'RE: [cities] benches', at: clock + 30 * day });
    expect(told([first(), answer], 'cities')).toEqual([['a', 'b']]);
  });

  it('do so no longer when that was long ago', () => {
    const answer = said('b', [], { subject: 'Re: Benches', at: clock + 100 * day });
    expect(told([first(), answer], 'cities')).toEqual([['a'], ['b']]);
  });

  it('and what does not say that it answers begins a conversation of its own', () => {
    const items = [first(), said('b', [], { subject: '[cities] Benches' })];
    expect(told(items, 'cities')).toEqual([['a'], ['b']]);
  });

  it('not when they name one that is here', () => {
    const items = [first(), said('o', [], { subject: 'Trees' })];
    const answer = said('b', ['o'], { subject: 'Re: Benches' });
    expect(told([...items, answer], 'cities')).toEqual([['a'], ['o', 'b>o']]);
  });
});
