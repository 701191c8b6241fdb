import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../lib/problem.ts';
import { createRefresh, runsOf } from './refresh.ts';

function refreshing(answers: (number | Error)[]) {
  const asked: string[] = [];
  const due: [() => void, number][] = [];
  const told: string[] = [];
  async function answer(question: string): Promise<number> {
    asked.push(question);
    const next = answers.shift() ?? 1_000;
    if (next instanceof Error) throw next;
    return next;
  }
  const refresh = createRefresh({
    askPosts: (from, to) => answer(`${from}-${to}`),
    askThread: () => answer('thread'),
    onGone: () => void told.push('gone'),
    begin() {
      told.push('begun');
      return () => void told.push('done');
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
  return { refresh, asked, told, pass };
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

  it('says when it begins and when all that was asked for has arrived', async () => {
    const { refresh, told, pass } = refreshing([5, 20]);
    refresh.posts([1], 10);
    refresh.thread(10);
    expect(told).toEqual(['begun']);
    expect(refresh.isBusy()).toBe(true);
    await pass();
    expect(told).toEqual(['begun']);
    await pass();
    expect(told).toEqual(['begun', 'done']);
    expect(refresh.isBusy()).toBe(false);
  });

  it('waits no longer once the line is back', async () => {
    const offline = new Error('offline');
    const { refresh, pass } = refreshing([offline, offline, offline, 20]);
    refresh.posts([1], 10);
    await pass();
    await pass();
    await pass();
    refresh.again();
    expect(await pass()).toBe(150);
  });

  it('asks for nothing more in a thread that may not be read any more', async () => {
    const gone = new ApiProblem({
      type: '',
      title: '',
      status: 404,
      code: 'not-found',
      requestId: '',
    });
    const { refresh, asked, told, pass } = refreshing([gone]);
    refresh.posts([1], 10);
    await pass();
    refresh.thread(11);
    await pass();
    expect(asked).toEqual(['1-1']);
    expect(told).toEqual(['begun', 'done', 'gone']);
  });
});
