import { beforeEach, expect, it } from 'vitest';
import {
  createKeptShelf,
  isKeepable,
  type KeptShelf,
  type KeptStore,
  type KeptThread,
  mostKept,
  type ThreadAnswer,
} from './shelf.ts';

let kept: Map<number, KeptThread>;
let time: number;
let shelf: KeptShelf;

function openShelf(member: number): KeptShelf {
  const store: KeptStore = {
    get: async (id) => kept.get(id),
    all: async () => [...kept.values()],
    put: async (thread) => void kept.set(thread.id, thread),
    remove: async (id) => void kept.delete(id),
  };
  return createKeptShelf(store, member, () => (time += 1));
}

function answer(id: number, sharing = 'network', access = 'open'): ThreadAnswer {
  return { thread: { id, sharing, space: { access } }, posts: [] } as unknown as ThreadAnswer;
}

beforeEach(() => {
  [kept, time] = [new Map(), 0];
  shelf = openShelf(7);
});

it('keeps only what every member may read', () => {
  const allowed = (['network', 'space', 'chatham'] as const).flatMap((sharing) =>
    (['open', 'restricted', 'private'] as const)
      .filter((access) => isKeepable(answer(1, sharing, access)))
      .map((access) => [sharing, access]),
  );
  expect(allowed).toEqual([['network', 'open']]);
});

it('takes a thread away when its label or its space has become stricter', async () => {
  await shelf.keep(answer(1));
  await shelf.keep(answer(1, 'chatham'));
  expect(await shelf.find(1)).toBeUndefined();
});

it('keeps the twenty threads read last', async () => {
  for (let id = 1; id <= mostKept + 2; id += 1) await shelf.keep(answer(id));
  await shelf.keep(answer(3));
  await shelf.keep(answer(99));
  const ids = (await shelf.list()).map(({ id }) => id);
  expect(ids).toHaveLength(mostKept);
  expect([ids.slice(0, 3), ids.includes(4)]).toEqual([[99, 3, 22], false]);
});

it('shows nothing that was kept for another member, and lets it go', async () => {
  await shelf.keep(answer(1));
  const other = openShelf(8);
  expect([await other.find(1), await other.list()]).toEqual([undefined, []]);
  await other.trim();
  expect(kept.size).toBe(0);
});

it('forgets a thread that is not there any more', async () => {
  await shelf.keep(answer(1));
  await shelf.forget(1);
  expect(await shelf.find(1)).toBeUndefined();
});
