// Posts that could not be sent are in reach from everywhere, also when their thread is not any more.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { untilKept } from './support/kept.ts';
import { ask, type Person, person, spaceId } from './support/people.ts';
import { type Line, openLine } from './support/proxy.ts';
import { expectAccessible, useStage } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
/** Drafts are saved when the typing pauses, and a line that was cut is tried again after a while. */
const patience = { timeout: 20_000 };
const writer = 'Dilrukshi Weerakkody';
const text = 'We tried it in two squares, and kept the one with the café.';

let line: Line;
let asker: Person;
let admin: Person;

beforeAll(async () => {
  line = await openLine(inject('port'));
  [asker, admin] = await Promise.all([person('Nomvula Mahlasela'), person('Ingrid Saavedra')]);
});
beforeEach(() => line.heal());
afterAll(() => line.close());

async function openThread() {
  const { thread } = await ask(asker, { space: 'public-space' });
  const page = await stage.visit(`/threads/${thread.id}`, { as: writer, port: line.port });
  const shown = await threadPage(page, 'en');
  await shown.composer.waitFor();
  return { ...shown, id: thread.id, title: thread.title };
}

/** The line breaks, something is written, and meanwhile its thread goes where its writer may not read. */
async function loseThread() {
  const shown = await openThread();
  line.cut();
  await shown.answer(text);
  await shown.waiting.getByText(shown.t('threads.waiting.queued')).waitFor();
  const desk = await spaceId(admin, 'western-balkans-desk');
  await admin.call('moveThread', { params: { id: shown.id }, body: { spaceId: desk } });
  line.heal();
  return shown;
}

describe('a post to a thread that its writer may no longer read', () => {
  test('is told at the top, stands on Home and among what is saved, and can be taken along', async () => {
    const { page, t } = await loseThread();
    const told = page.getByRole('link', { name: t('app.status.notSent', { count: 1 }) });
    await told.waitFor();
    await page.reload();
    await page.getByRole('heading', { name: t('app.notFound.title') }).waitFor();
    await page.goto('/');
    await page.getByRole('listitem').filter({ hasText: text }).waitFor();
    await told.click();
    await page.waitForURL('**/saved');
    const item = page.getByRole('listitem').filter({ hasText: text });
    await item.getByText(t('reading.drafts.answerGone')).waitFor();
    await item.getByText(t('errors.title.not-found')).waitFor();
    await expectAccessible(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await item.getByRole('button', { name: t('reading.unsent.copy') }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()), patience)
      .toBe(text);
    await item.getByRole('button', { name: t('reading.unsent.discard') }).click();
    await item.waitFor({ state: 'detached' });
    await told.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: t('reading.saved.title') }).waitFor();
    expect(await page.getByText(text).count()).toBe(0);
  });
});

test('what was typed when the thread went away is in reach too', async () => {
  const { page, t, id, composer } = await openThread();
  await composer.fill(text);
  const desk = await spaceId(admin, 'western-balkans-desk');
  await admin.call('moveThread', { params: { id }, body: { spaceId: desk } });
  await page.getByRole('heading', { name: t('app.notFound.title') }).waitFor();
  await page.goto('/saved');
  const item = page.getByRole('listitem').filter({ hasText: text });
  await item.getByText(t('reading.drafts.answerGone')).waitFor();
  await item.getByRole('button', { name: t('reading.unsent.copy') }).waitFor();
  await item.getByRole('button', { name: t('reading.drafts.discard') }).click();
});

test('a post that waits can be changed from Home: its text stands where it was written', async () => {
  const { page, t, answer, title, composer, waiting, body } = await openThread();
  await untilKept(page);
  line.cut();
  await answer(text);
  await waiting.getByText(t('threads.waiting.queued')).waitFor();
  await page.getByRole('link', { name: t('app.nav.home'), exact: true }).click();
  const item = page.getByRole('listitem').filter({ hasText: text });
  await item.getByRole('button', { name: t('reading.unsent.edit') }).click();
  line.heal();
  await expect.poll(() => composer.inputValue(), patience).toBe(text);
  await page.getByText(title).first().waitFor();
  await composer.pressSequentially(' And the trees.');
  await page.keyboard.press('Control+Enter');
  await body(2).getByText('And the trees.').waitFor();
});

describe('signing out', () => {
  test('says what would be lost, and the member chooses', async () => {
    const { page, t, waiting, answer } = await openThread();
    await untilKept(page);
    line.cut();
    await answer(text);
    await waiting.getByText(t('threads.waiting.queued')).waitFor();
    await page.getByRole('link', { name: t('app.nav.you'), exact: true }).click();
    const signOut = page.getByRole('button', { name: t('accounts.signOut.button'), exact: true });
    await signOut.click();
    const dialog = page.getByRole('dialog', { name: t('accounts.signOut.unsent.title') });
    await dialog.getByText(t('accounts.signOut.unsent.posts', { count: 1 })).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('link', { name: t('accounts.signOut.unsent.look') }).click();
    await page.getByRole('listitem').filter({ hasText: text }).waitFor();
    await page.getByRole('link', { name: t('app.nav.you'), exact: true }).click();
    await signOut.click();
    line.heal();
    await dialog.getByRole('button', { name: t('accounts.signOut.unsent.anyway') }).click();
    await page.waitForURL('**/sign-in**');
    expect((await page.context().request.get('/api/session')).status()).toBe(401);
  });

  describe('without a line', () => {
    /** Chooses to lose a post that waits. */
    async function leaveOffline() {
      const { thread } = await ask(asker, { space: 'public-space' });
      const page = await stage.visit(`/threads/${thread.id}`, { as: writer, port: line.port });
      const { t, answer, waiting, composer } = await threadPage(page, 'en');
      await composer.waitFor();
      await untilKept(page);
      line.cut();
      await answer(text);
      await waiting.getByText(t('threads.waiting.queued')).waitFor();
      await page.getByRole('link', { name: t('app.nav.you'), exact: true }).click();
      await page.getByRole('button', { name: t('accounts.signOut.button'), exact: true }).click();
      await page.getByRole('button', { name: t('accounts.signOut.unsent.anyway') }).click();
      await page.waitForURL('**/sign-in**');
      await page.getByText(t('accounts.signOut.later.title')).waitFor();
      return { page, t, id: thread.id };
    }

    const status = async (page: Page) =>
      (await page.context().request.get('/api/session')).status();

    async function expectNothingSent(id: number): Promise<void> {
      const { items } = await asker.call('listPosts', { params: { id }, query: {} });
      expect(items).toHaveLength(1);
    }

    test('removes at once what was to be removed, and ends the sign-in when the line is back', async () => {
      const { page, t, id } = await leaveOffline();
      const left = () => page.evaluate(async () => (await indexedDB.databases()).length);
      expect(await left()).toBe(0);
      expect(await page.getByRole('navigation').count()).toBe(0);
      await expectAccessible(page);
      line.heal();
      await page.getByText(t('accounts.signOut.later.ended')).waitFor(patience);
      expect(await status(page)).toBe(401);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await expectNothingSent(id);
    });

    test('says so in place where no other page can be opened', async () => {
      const t = await wordsOf('en');
      const visit = { as: writer, port: line.port, withoutWorker: true };
      const page = await stage.visit('/you', visit);
      const signOut = page.getByRole('button', { name: t('accounts.signOut.button'), exact: true });
      await signOut.waitFor();
      line.cut();
      await signOut.click();
      await page.getByText(t('accounts.signOut.later.title')).waitFor();
      line.heal();
      await page.waitForURL('**/sign-in**', patience);
      expect(await status(page)).toBe(401);
    });

    test('is not undone by coming back later', async () => {
      const { page, t, id } = await leaveOffline();
      await page.goto('about:blank');
      line.heal();
      await page.goto(`/threads/${id}`);
      await page.waitForURL('**/sign-in**');
      await page.getByText(t('accounts.signOut.later.ended')).waitFor(patience);
      expect(await status(page)).toBe(401);
      await expectNothingSent(id);
    });
  });

  test('asks nothing when everything is sent', async () => {
    const t = await wordsOf('en');
    const page = await stage.visit('/you', { as: writer });
    await page.getByRole('button', { name: t('accounts.signOut.button'), exact: true }).click();
    await page.waitForURL('**/sign-in**');
  });
});
