import { beforeEach, expect, it } from 'vitest';
import { createStatus, type Status } from './status.ts';

let said: string[];
let timers: { run: () => void; ms: number }[];
let isOffline: boolean;
let status: Status;
let caughtUp: (() => void)[] | null;

function pass(ms: number): void {
  const due = timers.filter((timer) => timer.ms <= ms);
  timers = timers.filter((timer) => timer.ms > ms);
  for (const { run } of due) run();
}

beforeEach(() => {
  [said, timers, isOffline, caughtUp] = [[], [], false, null];
  status = createStatus({
    show: (state) => said.push(state),
    isOffline: () => isOffline,
    whenCaughtUp(run) {
      if (caughtUp === null) run();
      else caughtUp.push(run);
      return () => void caughtUp?.splice(0);
    },
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

it('says that all is here only when it is, and not when the line was lost again before', () => {
  status.up();
  status.down();
  pass(1_000);
  caughtUp = [];
  status.up();
  expect(said).toEqual(['connecting']);
  status.down();
  expect(caughtUp).toEqual([]);
  status.up();
  for (const run of caughtUp) run();
  expect(said).toEqual(['connecting', 'caught-up']);
});

it('has something to catch up with when the line was lost while pages were still asking', () => {
  caughtUp = [];
  status.up();
  status.down();
  pass(1_000);
  status.up();
  caughtUp.at(-1)?.();
  expect(said).toEqual(['connecting', 'caught-up']);
});

it('has nothing to catch up with when the first connection was slow and is told of twice', () => {
  status.down();
  pass(5_000);
  caughtUp = [];
  status.up();
  status.up();
  caughtUp.at(-1)?.();
  expect(said).toEqual(['connecting', 'live']);
});
