import { describe, expect, it } from 'vitest';
import { createReadTracker } from './read-tracker.ts';

function track(from: number, answers: boolean[] = []) {
  const sent: number[] = [];
  const timers = new Map<() => void, number>();
  const tracker = createReadTracker({
    from,
    send: async (seq) => {
      sent.push(seq);
      if (answers.shift() === false) throw new Error('no line');
    },
    later(run, ms) {
      timers.set(run, ms);
      return () => void timers.delete(run);
    },
  });
  /** Lets all that waits run; gives how long each of them waited. */
  async function pass(): Promise<number[]> {
    await Promise.resolve();
    const due = [...timers];
    timers.clear();
    for (const [run] of due) run();
    await Promise.resolve();
    return due.map(([, ms]) => ms);
  }
  return { tracker, sent, pass };
}

describe('the read position', () => {
  it('moves over what has been seen without gaps', () => {
    const { tracker } = track(3);
    expect(tracker.see([5, 6])).toBe(3);
    expect(tracker.see([4])).toBe(6);
    expect(tracker.see([1])).toBe(6);
  });

  it('is told at once, then at most every two seconds, with the latest', async () => {
    const { tracker, sent, pass } = track(0);
    tracker.see([1]);
    tracker.see([2]);
    tracker.see([3]);
    expect(sent).toEqual([1]);
    expect(await pass()).toEqual([2_000]);
    expect(sent).toEqual([1, 3]);
    await pass();
    expect(sent).toEqual([1, 3]);
  });

  it('is not told when nothing is new', () => {
    const { tracker, sent } = track(7);
    tracker.see([6, 7, 9]);
    expect(sent).toEqual([]);
  });

  it('takes over what was read in another tab and goes on from there', () => {
    const { tracker, sent } = track(2);
    tracker.see([6]);
    tracker.moveTo(5);
    expect(tracker.position).toBe(6);
    tracker.moveTo(4);
    expect(tracker.position).toBe(6);
    tracker.see([7]);
    expect(sent).toEqual([7]);
  });

  it('says it again when it could not be told, with growing pauses', async () => {
    const { tracker, sent, pass } = track(0, [false, false, true]);
    tracker.see([1]);
    expect(await pass()).toEqual([2_000]);
    expect(await pass()).toEqual([4_000]);
    expect(sent).toEqual([1, 1, 1]);
    await pass();
    expect(await pass()).toEqual([]);
  });

  it('tells the last position when the page is left', () => {
    const { tracker, sent } = track(0);
    tracker.see([1]);
    tracker.see([2]);
    tracker.stop();
    expect(sent).toEqual([1, 2]);
  });
});
