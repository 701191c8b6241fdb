import { beforeEach, expect, it } from 'vitest';
import { createStatus, type Status } from './status.ts';

let said: string[];
let timers: { run: () => void; ms: number }[];
let isOffline: boolean;
let status: Status;

function pass(ms: number): void {
  const due = timers.filter((timer) => timer.ms <= ms);
  timers = timers.filter((timer) => timer.ms > ms);
  for (const { run } of due) run();
}

beforeEach(() => {
  [said, timers, isOffline] = [[], [], false];
  status = createStatus({
    show: (state) => said.push(state),
    isOffline: () => isOffline,
    later(run, ms) {
      const timer = { run, ms };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  });
});

it('is silent while the page starts and while gaps are short', () => {
  status.down();
  pass(2_000);
  status.up();
  status.down();
  pass(500);
  status.up();
  expect(said).toEqual([]);
});

it('says that it connects, that it has caught up, and then nothing', () => {
  status.up();
  status.down();
  pass(1_000);
  status.up();
  status.up();
  pass(10_000);
  expect(said).toEqual(['connecting', 'caught-up', 'live']);
});

it('says that it is offline after a second failure, or when the browser knows', () => {
  status.up();
  status.down();
  pass(1_000);
  status.failed();
  status.failed();
  status.up();
  expect(said).toEqual(['connecting', 'offline', 'caught-up']);
  isOffline = true;
  status.down();
  expect(said.at(-1)).toBe('offline');
});

it('has nothing to catch up with when the first connection was slow', () => {
  status.down();
  pass(5_000);
  status.up();
  expect(said).toEqual(['connecting', 'live']);
});
