import { beforeEach, expect, it } from 'vitest';
import { createKeptSpaces, type KeptSpaces, type SpacesAnswer } from './spaces.ts';

let kept: KeptSpaces | undefined;

const open = (member: number) =>
  createKeptSpaces(
    {
      get: async () => kept,
      put: async (spaces) => {
        kept = spaces;
      },
      remove: async () => {
        kept = undefined;
      },
    },
    member,
  );

function answer(...spaces: [id: number, access: string, can: string[]][]): SpacesAnswer {
  const items = spaces.map(([id, access, can]) => ({ id, access, can }));
  return { items } as unknown as SpacesAnswer;
}

beforeEach(async () => {
  kept = undefined;
  await open(7).keep(
    answer(
      [1, 'open', ['start']],
      [2, 'open', ['join']],
      [3, 'restricted', ['start']],
      [4, 'private', ['start']],
    ),
  );
});

it('keeps where one may start a thread, and never a private space', async () => {
  expect((await open(7).find())?.map(({ id }) => id)).toEqual([1, 3]);
});

it('is for its member alone, and goes when somebody else comes', async () => {
  expect(await open(8).find()).toBeUndefined();
  await open(7).trim();
  expect(kept).toBeDefined();
  await open(8).trim();
  expect(kept).toBeUndefined();
});
