import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, createBrowser, offline, refusal, send } from './outbox.testing.ts';

it('brings each writing to the server once and in order, unless it is taken back, whatever fails on the way', async () => {
  const answer = fc.constantFrom<Answer>('yes', 'lost', offline, refusal('busy', 503));
  const writing = fc.record({
    thread: fc.integer({ min: 1, max: 2 }),
    isReload: fc.boolean(),
    takes: fc.option(fc.nat({ max: 9 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(answer), fc.array(writing), async (answers, writings) => {
      const browser = createBrowser();
      let outbox = await browser.openPage();
      browser.server.say(...answers);
      const taken = new Map<string, number>();
      const timesAsked = (key: string) => browser.server.asked.filter((one) => one === key).length;
      for (const [index, { thread, isReload, takes }] of writings.entries()) {
        await send(outbox, `${index}`, thread);
        if (takes !== null && (await outbox.take(`${takes}`)))
          taken.set(`${takes}`, timesAsked(`${takes}`));
        if (isReload) outbox = await browser.openPage();
      }
      browser.server.sayYes();
      await outbox.wake();
      for (const thread of [1, 2]) {
        const wanted = writings.flatMap((one, index) =>
          one.thread === thread && !taken.has(`${index}`) ? [`${index}`] : [],
        );
        const got = browser.server.kept
          .filter((one) => one.thread === thread)
          .map(({ key }) => key);
        expect(got.filter((key) => !taken.has(key))).toEqual(wanted);
      }
      // Whoever takes one back whose answer was lost cannot know; but it is not asked for again.
      for (const [key, times] of taken) expect(timesAsked(key)).toBe(times);
      expect(outbox.entries()).toEqual([]);
    }),
  );
});
