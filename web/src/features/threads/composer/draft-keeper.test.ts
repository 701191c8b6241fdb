import type { DraftContent } from '@counterpart/contract';
import { describe, expect, it } from 'vitest';
import { createDraftKeeper, type DraftStatus } from './draft-keeper.ts';

function content(body: string): DraftContent {
  return {
    spaceId: null,
    kind: null,
    title: '',
    body,
    language: null,
    themes: [],
    sharing: null,
    quotePostId: null,
  };
}

function keeping(answers: boolean[] = []) {
  const log: string[] = [];
  const statuses: DraftStatus[] = [];
  const timers: (() => void)[] = [];
  async function answer(entry: string): Promise<void> {
    log.push(entry);
    await Promise.resolve();
    if (answers.shift() === false) throw new Error('no line');
  }
  const keeper = createDraftKeeper({
    keep: ({ body }) => answer(`keep ${body}`),
    drop: () => answer('drop'),
    keepHere: (draft) => log.push(`here ${draft?.body ?? '-'}`),
    show: (status) => statuses.push(status),
    later(run) {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  async function pass(): Promise<void> {
    for (const run of timers.splice(0)) run();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  return { keeper, log, statuses, pass };
}

describe('a draft', () => {
  it('is kept once after the last key', async () => {
    const { keeper, log, statuses, pass } = keeping();
    keeper.change(content('a'));
    keeper.change(content('ab'));
    await pass();
    expect(log).toEqual(['keep ab', 'here -']);
    expect(statuses).toEqual(['saving', 'saved']);
  });

  it('goes to the server one after the other, the latest last', async () => {
    const { keeper, log, pass } = keeping();
    keeper.change(content('a'));
    void keeper.flush();
    keeper.change(content('b'));
    void keeper.flush();
    await pass();
    expect(log.filter((entry) => entry.startsWith('keep'))).toEqual(['keep a', 'keep b']);
  });

  it('stays on the device when the server cannot be reached', async () => {
    const { keeper, log, statuses, pass } = keeping([false]);
    keeper.change(content('a'));
    await pass();
    expect(log).toEqual(['keep a', 'here a']);
    expect(statuses.at(-1)).toBe('local');
  });

  it('is thrown away when nothing is left of it', async () => {
    const { keeper, log, pass } = keeping();
    keeper.change(content('a'));
    await pass();
    keeper.change(null);
    await pass();
    expect(log).toEqual(['keep a', 'here -', 'drop', 'here -']);
  });

  it('does not come back after it was sent', async () => {
    const { keeper, log, statuses, pass } = keeping();
    keeper.change(content('a'));
    void keeper.flush();
    void keeper.clear();
    await pass();
    expect(log).toEqual(['keep a', 'here -', 'here -', 'drop']);
    expect(statuses.at(-1)).toBe('none');
  });

  it('is left on the device when the page closes in the middle', () => {
    const { keeper, log } = keeping();
    keeper.change(content('a'));
    keeper.leave();
    expect(log[0]).toBe('here a');
  });
});
