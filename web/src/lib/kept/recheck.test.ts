import { beforeEach, expect, it } from 'vitest';
import { createRecheck } from './recheck.ts';

let kept: number[];
let may: number[];
let asked: number[][];
let timers: (() => void)[];
let isReachable: boolean;
let recheck: ReturnType<typeof createRecheck>;

beforeEach(() => {
  [kept, may, asked, timers, isReachable] = [[1, 2, 3], [1, 3], [], [], true];
  recheck = createRecheck({
    ids: async () => kept,
    async ask(ids) {
      asked.push(ids);
      if (!isReachable) throw new Error('no line');
      return may;
    },
    forget: async (id) => {
      kept = kept.filter((one) => one !== id);
    },
    later(run) {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    random: () => 0.5,
  });
});

async function pass(): Promise<void> {
  for (const run of timers.splice(0)) run();
  await new Promise((resolve) => setImmediate(resolve));
}

it('takes away what may no longer lie on the device', async () => {
  recheck.soon();
  recheck.soon();
  await pass();
  expect([kept, asked]).toEqual([[1, 3], [[1, 2, 3]]]);
});

it('takes nothing away while nobody answers, and asks again with the next connection', async () => {
  isReachable = false;
  recheck.soon();
  await pass();
  expect(kept).toEqual([1, 2, 3]);
  isReachable = true;
  recheck.soon();
  await pass();
  expect(kept).toEqual([1, 3]);
});

it('asks nothing when nothing is kept, or the page is left', async () => {
  recheck.soon();
  recheck.stop();
  await pass();
  kept = [];
  recheck.soon();
  await pass();
  expect(asked).toEqual([]);
});
