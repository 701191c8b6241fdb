import { expect, test } from 'vitest';
import type { ChosenQuote } from '../composer/use-quote.ts';
import { createDesk } from './desk.ts';

const quote = { post: { id: 7 } } as ChosenQuote;

test('what is asked before the place to write has loaded is done when it has, once', () => {
  const written: (ChosenQuote | undefined)[] = [];
  const place = { write: (asked?: ChosenQuote) => void written.push(asked) };
  const desk = createDesk();
  desk.write();
  desk.write(quote);
  expect(written).toEqual([]);
  desk.ready(place);
  desk.ready(null);
  desk.ready(place);
  expect(written).toEqual([quote]);
  desk.write();
  expect(written).toEqual([quote, undefined]);
});
