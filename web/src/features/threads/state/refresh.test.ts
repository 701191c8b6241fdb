import { describe, expect, it } from 'vitest';
import { createRefresh, runsOf } from './refresh.ts';

function refreshing(answers: number[]) {
  const asked: string[] = [];
  const due: [() => void, number][] = [];
  const refresh = createRefresh({
    askPosts: async (from, to) => {
      asked.push(`${from}-${to}`);
      return answers.shift() ?? 1_000;
    },
    askThread: async () => {
      asked.push('thread');
      return answers.shift() ?? 1_000;
    },
    later(run, ms) {
      const entry: [() => void, number] = [run, ms];
      due.push(entry);
      return () => void due.splice(due.indexOf(entry), 1);
    },
    random: () => 0,
  });
  async function pass(): Promise<number | undefined> {
    const next = due.shift();
    next?.[0]();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return next?.[1];
  }
  return { refresh, asked, pass };
}

describe('asking again', () => {
  it('puts neighbours into one question, and far ones into several', () => {
    expect(runsOf([7, 3, 3, 5])).toEqual([[3, 7]]);
    expect(runsOf([1, 60, 61])).toEqual([
      [1, 1],
      [60, 61],
    ]);
    expect(runsOf([])).toEqual([]);
  });

  it('merges what comes close together', async () => {
    const { refresh, asked, pass } = refreshing([]);
    refresh.posts([4], 10);
    refresh.posts([5], 11);
    refresh.thread(12);
    expect(await pass()).toBe(150);
    expect(asked).toEqual(['4-5', 'thread']);
    expect(await pass()).toBeUndefined();
  });

  it('asks once more while an answer is older than the event', async () => {
    const { refresh, asked, pass } = refreshing([9, 10]);
    refresh.posts([4], 10);
    await pass();
    expect(await pass()).toBe(300);
    expect(asked).toEqual(['4-4', '4-4']);
    expect(await pass()).toBeUndefined();
  });

  it('asks nothing after the page was left', async () => {
    const { refresh, asked, pass } = refreshing([]);
    refresh.posts([4], 10);
    refresh.stop();
    refresh.thread(11);
    await pass();
    expect(asked).toEqual([]);
  });
});
