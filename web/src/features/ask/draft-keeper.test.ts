import type { DraftContent } from '@counterpart/contract';
import { expect, it } from 'vitest';
import { emptyDraft } from './draft-content.ts';
import { createDraftKeeper, type DraftStatus } from './draft-keeper.ts';

function write(title: string): DraftContent {
  return { ...emptyDraft, title };
}

function setUp() {
  const saved: string[] = [];
  const shown: DraftStatus[] = [];
  let local: DraftContent | null = null;
  let online = true;
  let timer: (() => void) | undefined;
  const open: (() => void)[] = [];
  const reach = () =>
    new Promise<void>((resolve, reject) => {
      open.push(() => (online ? resolve() : reject(new Error('offline'))));
    });
  const keeper = createDraftKeeper({
    save: async (content) => {
      await reach();
      saved.push(content.title);
    },
    drop: async () => {
      await reach();
      saved.push('dropped');
    },
    writeLocal: (content) => {
      local = content;
    },
    later: (run) => {
      timer = run;
      return () => {
        timer = undefined;
      };
    },
    show: (status) => shown.push(status),
  });
  const settle = async () => {
    while (open.length > 0) {
      open.shift()?.();
      await new Promise(setImmediate);
    }
  };
  return {
    keeper,
    saved,
    shown,
    settle,
    local: () => local,
    pause: () => timer?.(),
    setOnline: (value: boolean) => {
      online = value;
    },
  };
}

it('keeps a change in the tab at once and on the server when the typing pauses', async () => {
  const { keeper, saved, shown, local, pause, settle } = setUp();
  keeper.change(write('a'));
  keeper.change(write('ab'));
  expect(local()?.title).toBe('ab');
  expect(saved).toEqual([]);
  pause();
  await settle();
  expect(saved).toEqual(['ab']);
  expect(local()).toBeNull();
  expect(shown.at(-1)).toBe('saved');
});

it('saves what was typed while an older text was under way', async () => {
  const { keeper, saved, local, pause, settle } = setUp();
  keeper.change(write('first'));
  pause();
  keeper.change(write('second'));
  await settle();
  expect(saved).toEqual(['first', 'second']);
  expect(local()).toBeNull();
});

it('keeps the text in the tab while there is no connection, and saves it later', async () => {
  const { keeper, saved, shown, local, pause, settle, setOnline } = setUp();
  setOnline(false);
  keeper.change(write('a'));
  pause();
  await settle();
  expect(shown.at(-1)).toBe('local');
  expect(local()?.title).toBe('a');
  setOnline(true);
  void keeper.flush();
  await settle();
  expect(saved).toEqual(['a']);
});

it('leaves no draft behind when everything is taken out again', async () => {
  const { keeper, saved, shown, pause, settle } = setUp();
  keeper.change(write(' '));
  pause();
  await settle();
  expect(saved).toEqual(['dropped']);
  expect(shown.at(-1)).toBe('none');
});

it('does not save again what was forgotten', async () => {
  const { keeper, saved, local, pause, settle } = setUp();
  keeper.change(write('a'));
  pause();
  keeper.change(write('ab'));
  const forgotten = keeper.forget();
  await settle();
  await forgotten;
  expect(saved).toEqual(['a']);
  expect(local()).toBeNull();
});
