import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  broken,
  createBrowser,
  locked,
  offline,
  refusal,
  send,
  statesIn,
} from './outbox.testing.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxEntry } from './store.ts';

let browser: ReturnType<typeof createBrowser>;
let outbox: Outbox;

beforeEach(async () => {
  browser = createBrowser();
  outbox = await browser.openPage();
});

describe('sending', () => {
  it('sends at once, gives the answer and keeps nothing', async () => {
    expect(await send(outbox, 'a')).toMatchObject({
      state: 'sent',
      reply: { post: { body: 'a' } },
    });
    expect([statesIn(outbox), browser.timers]).toEqual([[], []]);
  });

  it('shows a writing from the first moment', async () => {
    const seen: unknown[] = [];
    outbox.subscribe(() => seen.push(statesIn(outbox)));
    await send(outbox, 'a');
    expect(seen).toEqual([[['a', 'queued']], [['a', 'queued']], [['a', 'sending']], [], []]);
  });

  it('keeps what cannot be sent, and sends it under the same key when it can', async () => {
    browser.server.say('lost');
    expect(await send(outbox, 'a')).toEqual({ state: 'waiting' });
    expect(statesIn(outbox)).toEqual([['a', 'queued']]);
    await outbox.wake();
    expect(browser.server.asked).toEqual(['a', 'a']);
    expect([browser.server.keys(), statesIn(outbox)]).toEqual([['a'], []]);
  });

  it('keeps the order of a thread', async () => {
    browser.server.say(offline, offline);
    await send(outbox, 'a');
    await send(outbox, 'b');
    await outbox.wake();
    expect(browser.server.keys()).toEqual(['a', 'b']);
  });

  it('keeps the order of what is written at the same moment', async () => {
    browser.server.say(offline, offline);
    await Promise.all([send(outbox, 'b'), send(outbox, 'a')]);
    const times = outbox.entries().map(({ createdAt }) => createdAt);
    expect([browser.server.keys(), times]).toEqual([[], [1_000, 1_001]]);
  });

  it('refuses to keep for nobody', async () => {
    await outbox.open(undefined);
    await expect(send(outbox, 'a')).rejects.toThrow('nobody is signed in');
  });
});

describe('waiting', () => {
  it('tries again ever later, at most after half a minute, and from the start once it went', async () => {
    const pauses: (number | undefined)[] = [];
    browser.server.say(...Array.from({ length: 8 }, () => offline));
    await send(outbox, 'a');
    for (let time = 0; time < 8; time += 1) {
      const [timer] = browser.timers.splice(0);
      pauses.push(timer?.ms);
      timer?.run();
      await vi.waitFor(() => expect(browser.timers.length + browser.server.keys().length).toBe(1));
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    expect(browser.timers).toEqual([]);
  });

  it('comes when the server has said to come', async () => {
    browser.server.say(refusal('busy', 503, 7));
    await send(outbox, 'a');
    expect(browser.timers.map(({ ms }) => ms)).toEqual([7_000]);
  });

  it('stays silent after the sign-in has ended, until somebody is back', async () => {
    browser.server.say(refusal('signed-out', 401));
    expect(await send(outbox, 'a')).toEqual({ state: 'waiting' });
    expect(browser.timers).toEqual([]);
    await outbox.wake();
    expect(browser.server.keys()).toEqual(['a']);
  });

  it('waits for its writer when somebody else has signed in', async () => {
    browser.server.say(refusal('another-member', 409));
    expect(await send(outbox, 'a')).toEqual({ state: 'waiting' });
    expect([browser.timers, statesIn(outbox)]).toEqual([[], [['a', 'queued']]]);
  });

  it('lets other threads go on when the server fails at one writing, and gives up after five times', async () => {
    browser.server.say(broken);
    await send(outbox, 'a', 1);
    browser.server.say(broken);
    await send(outbox, 'b', 2);
    expect([browser.server.keys(), statesIn(outbox)]).toEqual([['b'], [['a', 'queued']]]);
    for (let time = 0; time < 3; time += 1) {
      browser.server.say(broken);
      await outbox.wake();
    }
    expect(statesIn(outbox)).toEqual([['a', 'failed']]);
  });

  it('lets nothing of the same thread pass one at which the server fails', async () => {
    browser.server.say(broken, broken);
    await send(outbox, 'a');
    await send(outbox, 'b');
    expect([browser.server.keys(), browser.server.asked]).toEqual([[], ['a', 'a']]);
    expect(browser.timers).toHaveLength(1);
  });

  it('is there again after a reload, also when the page was closed while sending', async () => {
    browser.server.say(offline);
    await send(outbox, 'a');
    await browser.store.change('a', (entry) => ({ ...(entry as OutboxEntry), state: 'sending' }));
    outbox = await browser.openPage();
    expect([browser.server.keys(), statesIn(outbox)]).toEqual([['a'], []]);
  });

  it('shows and sends nothing of another member', async () => {
    browser.server.say(offline);
    await send(outbox, 'a');
    await outbox.open(8);
    expect([browser.server.keys(), statesIn(outbox)]).toEqual([[], []]);
  });

  it('knows from the log that a lost answer was a yes', async () => {
    browser.server.say('lost');
    await send(outbox, 'a');
    await outbox.confirm('a');
    expect(statesIn(outbox)).toEqual([]);
  });

  it('learns from the server what another page has sent', async () => {
    const other = await browser.openPage();
    const { put } = browser.store;
    browser.store.put = async (entry) => {
      await put(entry);
      browser.store.put = put;
      await other.wake();
      await other.open(7);
    };
    expect(await send(outbox, 'a')).toMatchObject({
      state: 'sent',
      reply: { post: { body: 'a' } },
    });
    expect(browser.server.keys()).toEqual(['a']);
  });
});

describe('refused', () => {
  beforeEach(async () => {
    browser.server.say(locked);
    expect(await send(outbox, 'a')).toMatchObject({
      state: 'failed',
      error: { code: 'thread-locked' },
    });
  });

  it('keeps what was refused, with the reason, and lets later ones pass', async () => {
    await send(outbox, 'b');
    expect(browser.server.keys()).toEqual(['b']);
    expect(outbox.entries()).toMatchObject([
      { clientKey: 'a', state: 'failed', problem: { code: 'thread-locked', requestId: 'r1' } },
    ]);
    expect(browser.timers).toEqual([]);
  });

  it('gives it back to be written anew', async () => {
    expect(await outbox.take('a')).toMatchObject({ input: { body: { body: 'a' } } });
    expect([statesIn(outbox), await outbox.take('a')]).toEqual([[], undefined]);
  });

  it('sends it again when the member says so', async () => {
    await outbox.tryAgain('a');
    expect([browser.server.keys(), statesIn(outbox)]).toEqual([['a'], []]);
  });
});
