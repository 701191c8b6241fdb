import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { applyEvent, askAgain } from './ask-again.ts';

interface Answer {
  asOf: number;
  posts: number[];
}

const key = ['GET /api/threads/:id', { params: { id: 1 }, query: {} }] as const;
let client: QueryClient;
let answers: ((answer: Answer) => void)[];
let asked: number;

function shown(queryKey: readonly unknown[] = key) {
  const observer = new QueryObserver<Answer>(client, {
    queryKey,
    queryFn: () => {
      asked += 1;
      return new Promise<Answer>((resolve) => answers.push(resolve));
    },
    staleTime: 30_000,
  });
  return observer.subscribe(() => undefined);
}

async function answer(value: Answer): Promise<void> {
  answers.shift()?.(value);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.mount();
  [answers, asked] = [[], 0];
});

afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

it('merges many events into one question, a moment later', async () => {
  shown();
  await answer({ asOf: 1, posts: [] });
  for (const seq of [2, 3, 4]) askAgain(client, ['GET /api/threads/:id'], seq);
  await vi.advanceTimersByTimeAsync(149);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(251);
  expect(asked).toBe(2);
});

it('asks only for what matches the beginning of the key', async () => {
  shown();
  shown(['GET /api/threads/:id', { params: { id: 2 }, query: {} }]);
  await answer({ asOf: 1, posts: [] });
  await answer({ asOf: 1, posts: [] });
  askAgain(client, ['GET /api/threads/:id', { params: { id: 2 } }], 5);
  await vi.advanceTimersByTimeAsync(400);
  expect(asked).toBe(3);
});

it('asks again after a first load that an event overtook', async () => {
  shown();
  askAgain(client, key, 9);
  await vi.advanceTimersByTimeAsync(400);
  expect(asked).toBe(1);
  await answer({ asOf: 8, posts: [] });
  await vi.advanceTimersByTimeAsync(800);
  expect(asked).toBe(2);
  await answer({ asOf: 9, posts: [9] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(2);
});

it('never cuts off a load that is under way', async () => {
  shown();
  await answer({ asOf: 1, posts: [] });
  askAgain(client, key, 2);
  await vi.advanceTimersByTimeAsync(400);
  askAgain(client, key, 3);
  await vi.advanceTimersByTimeAsync(400);
  expect([asked, answers.length]).toEqual([2, 1]);
  await answer({ asOf: 2, posts: [2] });
  await vi.advanceTimersByTimeAsync(800);
  expect(asked).toBe(3);
});

it('asks ever more slowly while answers stay behind', async () => {
  shown();
  askAgain(client, key, 9);
  await answer({ asOf: 1, posts: [] });
  const start = asked;
  for (let second = 0; second < 60; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    await answer({ asOf: 1, posts: [] });
  }
  expect(asked - start).toBeGreaterThan(4);
  expect(asked - start).toBeLessThan(14);
});

it('writes an event into what is kept, and asks again when an older load replaces it', async () => {
  shown();
  await answer({ asOf: 1, posts: [1] });
  void client.refetchQueries({ queryKey: key });
  const add = (old: Answer | undefined) => old && { ...old, posts: [...old.posts, 2] };
  applyEvent<Answer>(client, key, 2, add);
  expect(client.getQueryData<Answer>(key)?.posts).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(400);
  expect(asked).toBe(2);
  await answer({ asOf: 1, posts: [1] });
  await vi.advanceTimersByTimeAsync(800);
  expect(asked).toBe(3);
});

it('writes nothing where nothing is kept', () => {
  applyEvent<Answer>(client, key, 2, (old) => old && { ...old, posts: [2] });
  expect(client.getQueryData(key)).toBeUndefined();
});
