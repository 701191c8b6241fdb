import { expect, it } from 'vitest';
import { createSayer } from './sayer.ts';

it('says the first at once and what comes within five seconds together', () => {
  const said: number[] = [];
  const due: [() => void, number][] = [];
  const sayer = createSayer({
    say: (count) => said.push(count),
    later(run, ms) {
      due.push([run, ms]);
      return () => void due.splice(0);
    },
  });
  const pass = () => due.shift()?.[0]();

  sayer.add(1);
  sayer.add(1);
  sayer.add(2);
  expect([said, due[0]?.[1]]).toEqual([[1], 5_000]);
  pass();
  expect(said).toEqual([1, 3]);
  pass();
  sayer.add(1);
  expect(said).toEqual([1, 3, 1]);
  sayer.add(1);
  sayer.stop();
  expect(due).toEqual([]);
});
