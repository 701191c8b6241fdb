// What is written and not with the server yet: never lost, never sent against its writer's will.
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { ask, type Person, person } from './support/people.ts';
import { type Line, openLine } from './support/proxy.ts';
import { expectNoOverflow, useStage } from './support/stage.ts';
import { expectTexts, type ThreadPage, threadPage } from './support/thread-page.ts';

const stage = useStage();
const writer = 'Hinemoa Tuhiwai';
const question = 'Ours is dark after nine, and people walk around it.';

let line: Line;
let asker: Person;

beforeAll(async () => {
  [line, asker] = await Promise.all([openLine(inject('port')), person('Nomvula Mahlasela')]);
});
beforeEach(() => line.heal());
afterAll(() => line.close());

async function openThread(): Promise<ThreadPage & { id: number }> {
  const { thread } = await ask(asker, { space: 'youth', body: question });
  const page = await stage.visit(`/threads/${thread.id}`, { as: writer, port: line.port });
  const shown = await threadPage(page, 'en');
  await shown.composer.waitFor();
  return { ...shown, id: thread.id };
}

describe('a post that waits behind one that hangs', () => {
  async function sendTwo(): Promise<ThreadPage> {
    const shown = await openThread();
    const { t, waiting } = shown;
    line.hold();
    await shown.answer('The first.');
    await waiting.getByText(t('threads.waiting.sending')).waitFor();
    await shown.answer('The second.');
    await waiting.getByText(t('threads.waiting.queued')).waitFor();
    return shown;
  }

  const second = ({ waiting }: ThreadPage) =>
    waiting.getByRole('listitem').filter({ hasText: 'The second.' });

  /** The line breaks under the first one, and comes back: it is there, and all who read know of it. */
  async function expectOnlyFirst({ page, composer }: ThreadPage, text: string): Promise<void> {
    line.cut();
    line.heal();
    await expectTexts(page, [question, 'The first.']);
    expect(await composer.inputValue()).toBe(text);
    await page.reload();
    await expectTexts(page, [question, 'The first.']);
  }

  test('is not sent when it is discarded', async () => {
    const shown = await sendTwo();
    const discard = shown.t('threads.waiting.discard');
    await second(shown).getByRole('button', { name: discard }).click();
    await second(shown).waitFor({ state: 'detached' });
    await expectOnlyFirst(shown, '');
  });

  test('stands in the place to write, and nowhere else, when it is to be changed', async () => {
    const shown = await sendTwo();
    const edit = shown.t('threads.waiting.edit');
    await second(shown).getByRole('button', { name: edit }).click();
    await second(shown).waitFor({ state: 'detached' });
    await expectOnlyFirst(shown, 'The second.');
  });
});

test('the button to send stays under the pointer while what waits above it changes', async () => {
  const { page, t, composer, form, waiting, answer: send } = await openThread();
  line.hold();
  await send('The first.');
  await waiting.getByText(t('threads.waiting.sending')).waitFor();
  await composer.fill('The second.');
  const button = form.getByRole('button', { name: t('threads.composer.send') });
  const place = async () => (await button.boundingBox())?.y ?? Number.NaN;
  const before = await place();
  await button.hover();
  await page.mouse.down();
  line.cut();
  await waiting.getByText(t('threads.waiting.queued')).waitFor();
  expect(Math.abs((await place()) - before)).toBeLessThan(1);
  await page.mouse.up();
  await waiting.getByText('The second.').waitFor();
  line.heal();
  await expectTexts(page, [question, 'The first.', 'The second.']);
});

test('what is sent without a line waits, and goes by itself when it is back', async () => {
  const { page, t, waiting, answer: send } = await openThread();
  line.cut();
  await send('From the tunnel.');
  await waiting.getByText(t('threads.waiting.queued')).waitFor();
  line.heal();
  await expectTexts(page, [question, 'From the tunnel.']);
  await waiting.waitFor({ state: 'detached' });
});

test.each(['en', 'fr', 'ar'] as const)(
  'without a line nothing reaches over the edge, in %s',
  async (locale) => {
    const { thread } = await ask(asker, { space: 'youth', body: question });
    const as = { en: writer, fr: 'Solène Mattéi', ar: 'سلوى الجربوعي' }[locale];
    const page = await stage.visit(`/threads/${thread.id}`, {
      as,
      locale,
      width: 'least',
      port: line.port,
    });
    const { t, composer, waiting, answer: send } = await threadPage(page, locale);
    await composer.waitFor();
    line.cut();
    await send('Ours too.');
    await waiting.getByText(t('threads.waiting.queued')).waitFor();
    await composer.fill('And another thing.');
    await page.getByText(t('threads.composer.local')).waitFor();
    await expectNoOverflow(page);
  },
);
