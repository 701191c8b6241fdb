import { expect, it } from 'vitest';
import { createTogether } from './together.ts';

/** Calls that end when they are told to. */
function aDesk(options: { atOnce: number; most: number }) {
  const calls: { asks: readonly number[]; end(error?: Error): void }[] = [];
  const ask = createTogether<number, string>({
    ...options,
    answer: (asks) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) => (error ? reject(error) : resolve(asks.map(String)));
        calls.push({ asks, end });
      }),
  });
  return { calls, ask, turn: () => new Promise((resolve) => setImmediate(resolve)) };
}

it('asks once for all who ask in the same turn, and gives each their own answer', async () => {
  const { calls, ask, turn } = aDesk({ atOnce: 1, most: 10 });
  const answers = Promise.all([ask(3), ask(1), ask(2)]);
  await turn();
  expect(calls.map(({ asks }) => asks)).toEqual([[3, 1, 2]]);
  calls[0]?.end();
  expect(await answers).toEqual(['3', '1', '2']);
});

it('lets those who ask later wait for a call of their own', async () => {
  const { calls, ask, turn } = aDesk({ atOnce: 1, most: 10 });
  const first = ask(1);
  await turn();
  const later = Promise.all([ask(2), ask(3)]);
  await turn();
  expect(calls).toHaveLength(1);
  calls[0]?.end();
  expect(await first).toBe('1');
  await turn();
  expect(calls.map(({ asks }) => asks)).toEqual([[1], [2, 3]]);
  calls[1]?.end();
  expect(await later).toEqual(['2', '3']);
});

it('makes several calls of many', async () => {
  const { calls, ask, turn } = aDesk({ atOnce: 2, most: 2 });
  const all = Promise.all([1, 2, 3, 4, 5].map(ask));
  await turn();
  expect(calls.map(({ asks }) => asks)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  for (let at = 0; at < 3; at += 1) {
    calls[at]?.end();
    await turn();
  }
  expect(await all).toEqual(['1', '2', '3', '4', '5']);
});

it('fails for those of one call only', async () => {
  const { calls, ask, turn } = aDesk({ atOnce: 1, most: 10 });
  const first = ask(1);
  await turn();
  const second = ask(2);
  calls[0]?.end(new Error('The database did not answer.'));
  await expect(first).rejects.toThrow('did not answer');
  await turn();
  calls[1]?.end();
  expect(await second).toBe('2');
});
