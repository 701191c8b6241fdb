import { beforeEach, expect, it } from 'vitest';
import { createMemory, createTyped, type TypedStorage } from './typed.ts';

let storage: TypedStorage;
let time: number;

const openTab = (tab: string) => createTyped(storage, tab, () => (time += 1));

beforeEach(() => {
  [storage, time] = [createMemory(), 0];
});

it('gives back what was typed at a place, to whoever typed it', () => {
  const tab = openTab('a');
  tab.keep(7, 'thread-1', 'mine');
  tab.keep(7, 'thread-12', 'mine too');
  expect(tab.read(7, 'thread-1')).toBe('mine');
  expect([tab.has(7, 'thread-1'), tab.has(7, 'thread-2')]).toEqual([true, false]);
  expect([tab.read(8, 'thread-1'), tab.read(7, 'thread-2')]).toEqual([undefined, undefined]);
  expect([...tab.places(7)].toSorted()).toEqual(['thread-1', 'thread-12']);
});

it('keeps the texts of two tabs apart', () => {
  const [one, other] = [openTab('a'), openTab('b')];
  one.keep(7, 'new', 'a long text');
  other.keep(7, 'new', 'x');
  other.drop(7, 'new');
  expect(one.read(7, 'new')).toBe('a long text');
});

it('takes over what closed tabs have left, the newest first, and loses none', () => {
  openTab('a').keep(7, 'new', 'older');
  openTab('b').keep(7, 'new', 'newer');
  const tab = openTab('c');
  expect(tab.read(7, 'new')).toBeUndefined();
  const adopt = () => tab.adopt(7, () => false);
  adopt();
  adopt();
  expect(tab.read(7, 'new')).toBe('newer');
  tab.drop(7, 'new');
  adopt();
  expect(tab.read(7, 'new')).toBe('older');
  tab.drop(7, 'new');
  adopt();
  expect([tab.read(7, 'new'), storage.length]).toEqual([undefined, 0]);
});

it('leaves what an open tab has', () => {
  const other = openTab('a');
  other.keep(7, 'new', 'x');
  const tab = openTab('b');
  tab.adopt(7, (name) => name === 'a');
  expect([tab.read(7, 'new'), other.read(7, 'new')]).toEqual([undefined, 'x']);
  expect([...tab.places(7)]).toEqual(['new']);
});
