import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  createBrowser,
  createLock,
  locked,
  offline,
  send,
  statesIn,
} from './outbox.testing.ts';
import type { Outbox } from './outbox.ts';

let browser: ReturnType<typeof createBrowser>;
let outbox: Outbox;

beforeEach(async () => {
  browser = createBrowser();
  outbox = await browser.openPage();
});

describe('taken back while the one before it is under way', () => {
  let end: (answer: Answer) => void;

  async function sendTwo() {
    browser.server.say(new Promise<Answer>((resolve) => (end = resolve)));
    const first = send(outbox, 'a');
    await vi.waitFor(() => expect(browser.server.asked).toEqual(['a']));
    const second = send(outbox, 'b');
    await vi.waitFor(() => expect(statesIn(outbox)).toHaveLength(2));
    return { first, second };
  }

  it.each<[string, Answer]>([
    ['fails', offline],
    ['is refused', locked],
    ['goes', 'yes'],
  ])('it is given back at once, and never sent, when that one %s', async (_how, answer) => {
    const { first, second } = await sendTwo();
    expect(await outbox.take('b')).toMatchObject({ input: { body: { body: 'b' } } });
    expect(statesIn(outbox)).toEqual([['a', 'sending']]);
    end(answer);
    await first;
    expect(await second).toEqual({ state: 'gone' });
    await outbox.wake();
    expect(browser.server.asked).not.toContain('b');
  });

  it('it is not sent either when another page has taken it', async () => {
    const lock = createLock();
    outbox = await browser.openPage(lock);
    const { first, second } = await sendTwo();
    const other = browser.load(lock);
    const opened = other.open(7);
    expect(await other.take('b')).toMatchObject({ clientKey: 'b' });
    end(offline);
    await Promise.all([first, opened]);
    expect(await second).toEqual({ state: 'gone' });
    expect(browser.server.asked).not.toContain('b');
  });

  it('what is under way itself is given back only when it has not gone', async () => {
    const lock = createLock();
    outbox = await browser.openPage(lock);
    const { first } = await sendTwo();
    const taken = outbox.take('a');
    end('yes');
    expect([await taken, await first]).toEqual([
      undefined,
      expect.objectContaining({ state: 'sent' }),
    ]);
  });
});
