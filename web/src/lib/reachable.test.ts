import { beforeEach, expect, it, vi } from 'vitest';
import { createReachable } from './reachable.ts';

let isThere: boolean;
let asked: number;
let timers: { run: () => void; ms: number }[];
let hope: () => void;
const arrived = vi.fn();

function wait(afterMs?: number) {
  const whenReachable = createReachable({
    async ask() {
      asked += 1;
      if (!isThere) throw new Error('no line');
      return true;
    },
    later(run, ms) {
      const timer = { run, ms };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    onHope(listener) {
      hope = listener;
      return () => {
        hope = () => undefined;
      };
    },
  });
  return whenReachable(arrived, afterMs);
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  [isThere, asked, timers] = [false, 0, []];
  arrived.mockClear();
});

it('tells once when the server answers', async () => {
  isThere = true;
  wait();
  await settle();
  hope();
  await settle();
  expect([arrived.mock.calls.length, asked, timers]).toEqual([1, 1, []]);
});

it('asks ever later while nobody answers, and at once when there is hope', async () => {
  wait();
  const pauses: (number | undefined)[] = [];
  for (let time = 0; time < 6; time += 1) {
    await settle();
    const [timer] = timers.splice(0);
    pauses.push(timer?.ms);
    timer?.run();
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  await settle();
  isThere = true;
  hope();
  await settle();
  expect([arrived.mock.calls.length, timers]).toEqual([1, []]);
});

it('waits a little when nobody has answered just now', async () => {
  isThere = true;
  wait(2_000);
  await settle();
  expect([asked, timers.map(({ ms }) => ms)]).toEqual([0, [2_000]]);
  timers[0]?.run();
  await settle();
  expect(arrived).toHaveBeenCalledTimes(1);
});

it('asks no more once nobody waits', async () => {
  const { stop } = wait();
  await settle();
  stop();
  isThere = true;
  hope();
  await settle();
  expect([arrived.mock.calls.length, asked, timers]).toEqual([0, 1, []]);
});
