// A thread longer than a window: whoever answers in the middle of it keeps their place.
import type { Locale } from '@counterpart/contract';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { expectNoOverflow, useStage, type Visit, widths } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';

const stage = useStage();
const length = 60;

let writer: Person;
let threadId: number;

beforeAll(async () => {
  writer = await person('Marta Lindqvist');
  const { thread } = await ask(writer, { space: 'youth' });
  threadId = thread.id;
  for (let seq = 2; seq <= length; seq += 1) {
    await answer(
      writer,
      threadId,
      `Post ${seq}. ${'It took us a winter to learn that. '.repeat(8)}`,
    );
  }
});

const reader = 'Hinemoa Tuhiwai';

/** The page has come to the post it was opened at: it has the focus, and stands still. */
async function stands(post: Locator): Promise<void> {
  const place = () =>
    post.evaluate((element) => {
      const { top } = element.getBoundingClientRect();
      const next = () => new Promise(requestAnimationFrame);
      return next().then(() => ({
        isHere: element === document.activeElement,
        moved: Math.abs(element.getBoundingClientRect().top - top),
      }));
    });
  await expect.poll(place).toEqual({ isHere: true, moved: 0 });
}

async function open(from: number, visit: Visit = {}, locale: Locale = 'en') {
  const page = await stage.visit(`/threads/${threadId}?from=${from}`, {
    as: reader,
    locale,
    ...visit,
  });
  const shown = await threadPage(page, locale);
  await shown.post(from).waitFor();
  await stands(shown.post(from));
  return shown;
}

/** Where an element stands, in pixels from the corner of the window. */
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return box;
}

async function isWithin(page: Page, locator: Locator): Promise<boolean> {
  const { x, y, width, height } = await boxOf(locator);
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
}

/** Whether a pointer at the middle of an element would reach it. */
function isOnTop(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && element.contains(found);
  });
}

describe.each(['wide', 'narrow'] as const)('answering in the middle, %s', (width) => {
  test('brings the place to write to the reader, with what they answer', async () => {
    const { page, post, body, composer, form, t } = await open(30, { width });
    const place = (await boxOf(post(30))).y;
    await post(30)
      .getByRole('button', { name: t('threads.post.replyTo', { name: 'Marta Lindqvist' }) })
      .click();
    await expect.poll(() => composer.evaluate((it) => it === document.activeElement)).toBe(true);
    await expect.poll(() => isWithin(page, composer)).toBe(true);
    expect(await isOnTop(composer)).toBe(true);
    expect(Math.abs((await boxOf(post(30))).y - place)).toBeLessThan(200);
    const said = `So did we, ${width}.`;
    await composer.pressSequentially(said);
    expect(await isWithin(page, composer)).toBe(true);
    await form.getByRole('button', { name: t('threads.composer.send') }).click();
    const mine = page.locator('article', { hasText: said });
    await mine.waitFor();
    await expect.poll(() => isWithin(page, mine.locator('[data-body]'))).toBe(true);
    const seq = Number(await mine.getAttribute('data-seq'));
    await body(seq).waitFor();
    await mine.locator('blockquote').getByText('Post 30.').waitFor();
  });

  test('leaves the menus of the posts above in reach', async () => {
    const { page, post, composer, form, t } = await open(30, { width });
    const replyTo = t('threads.post.replyTo', { name: 'Marta Lindqvist' });
    await post(30).getByRole('button', { name: replyTo }).click();
    await expect.poll(() => isWithin(page, composer)).toBe(true);
    const more = post(29).getByRole('button', { name: t('threads.post.more', { seq: '29' }) });
    // Just above the place to write, so that the menu has no room between.
    const desk = (await boxOf(form)).y;
    const { y, height } = await boxOf(more);
    await page.evaluate((by) => window.scrollBy(0, by), y + height - desk + 30);
    await more.click();
    for (const item of await page.getByRole('menuitem').all()) {
      expect(await isWithin(page, item)).toBe(true);
      expect(await isOnTop(item)).toBe(true);
    }
  });

  test('and it can be put away without losing a word', async () => {
    const { page, post, composer, t } = await open(12, { width });
    await post(12)
      .getByRole('button', { name: t('threads.post.replyTo', { name: 'Marta Lindqvist' }) })
      .click();
    await composer.fill('Not yet.');
    await page.getByRole('button', { name: t('threads.composer.away') }).click();
    await expect.poll(() => isWithin(page, composer)).toBe(false);
    expect(await composer.inputValue()).toBe('Not yet.');
    await composer.fill('');
  });

  test('what comes while one writes at the end moves nothing under their fingers', async () => {
    const { thread } = await ask(writer, { space: 'youth' });
    for (let n = 0; n < 8; n += 1) await answer(writer, thread.id, 'It took a winter. '.repeat(20));
    const page = await stage.visit(`/threads/${thread.id}?from=9`, { as: reader, width });
    const { composer, body } = await threadPage(page, 'en');
    await composer.click();
    await composer.pressSequentially('We have');
    const before = (await boxOf(composer)).y;
    await answer(writer, thread.id, 'And one more. '.repeat(30));
    await body(10).waitFor();
    await composer.pressSequentially(' learnt');
    expect(Math.abs((await boxOf(composer)).y - before)).toBeLessThan(2);
    expect(await composer.inputValue()).toBe('We have learnt');
    await composer.fill('');
  });

  test('what comes meanwhile is told in a bar that can be pressed', async () => {
    const { page, t } = await open(12, { width });
    const bar = page.getByRole('button', { name: t('threads.place.arrived', { count: 1 }) });
    const said = `And one more, ${width}.`;
    await answer(writer, threadId, said);
    await bar.waitFor();
    expect(await isWithin(page, bar)).toBe(true);
    expect(await isOnTop(bar)).toBe(true);
    await bar.click();
    await page.getByText(said).waitFor();
    await expect.poll(() => isWithin(page, page.getByText(said))).toBe(true);
  });
});

describe.each(['en', 'fr', 'ar'] as const)('on the smallest page, in %s', (locale) => {
  const people = { en: reader, fr: 'Solène Mattéi', ar: 'سلوى الجربوعي' } as const;

  test('nothing reaches over the edge, and menus open inside the window', async () => {
    const { page, t, post } = await open(12, { width: 'least', as: people[locale] }, locale);
    await expectNoOverflow(page);
    const verbs = page.getByRole('main').locator('button[aria-haspopup=menu]');
    await expect.poll(() => verbs.count()).toBeGreaterThan(2);
    for (const button of [verbs.nth(0), verbs.nth(1)]) {
      await button.click();
      const { x, width } = await boxOf(page.getByRole('menu'));
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(widths.least);
      await page.keyboard.press('Escape');
    }
    await post(12)
      .getByRole('button', { name: t('threads.post.more', { seq: '12' }) })
      .click();
    const { x, width } = await boxOf(page.getByRole('menu'));
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(widths.least);
    await expectNoOverflow(page);
  });
});

test('by keyboard, one keeps the place when what had the focus goes away', async () => {
  const { thread } = await ask(writer, { space: 'youth' });
  const own = await person(reader);
  await answer(own, thread.id, 'We tried it with a café.');
  const page = await stage.visit(`/threads/${thread.id}`, { as: reader });
  const { post, t } = await threadPage(page, 'en');
  const focused = (locator: Locator) => locator.evaluate((it) => it === document.activeElement);
  const more = post(2).getByRole('button', { name: t('threads.post.more', { seq: '2' }) });

  async function choose(item: string): Promise<void> {
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).focus();
    await page.keyboard.press('Enter');
  }

  await choose(t('threads.post.keep'));
  await expect.poll(() => focused(page.getByLabel(t('threads.keep.note')))).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(more)).toBe(true);

  await choose(t('threads.post.edit'));
  await post(2)
    .getByRole('button', { name: t('ui.cancel') })
    .press('Enter');
  await expect.poll(() => focused(post(2))).toBe(true);

  await choose(t('threads.post.takeBack'));
  const dialog = page.getByRole('dialog', { name: t('threads.takeBack.title') });
  await dialog.getByRole('button', { name: t('threads.takeBack.confirm') }).press('Enter');
  await post(2).getByText(t('threads.gone.deleted')).waitFor();
  await expect.poll(() => focused(post(2))).toBe(true);
});
