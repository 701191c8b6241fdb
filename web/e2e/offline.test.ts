// Without a line: the frame stays, what waits is sent afterwards, and pages open that were kept.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { untilKept } from './support/kept.ts';
import { ask, type Person, person } from './support/people.ts';
import { type Line, openLine } from './support/proxy.ts';
import { expectAccessible, useStage, type Visit } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';

const stage = useStage();
/** Drafts are saved when the typing pauses, and a line that was cut is tried again after a while. */
const patience = { timeout: 20_000 };
const writer = 'Bagus Prawirodirjo';

let line: Line;
let asker: Person;

beforeAll(async () => {
  [line, asker] = await Promise.all([openLine(inject('port')), person('Nomvula Mahlasela')]);
});
beforeEach(() => line.heal());
afterAll(() => line.close());

async function openThread(visit: Visit = {}) {
  const { thread } = await ask(asker, { space: 'public-space' });
  const page = await stage.visit(`/threads/${thread.id}`, {
    as: writer,
    port: line.port,
    ...visit,
  });
  const shown = await threadPage(page, 'en');
  await shown.composer.waitFor();
  return { ...shown, id: thread.id };
}

async function texts(id: number): Promise<string[]> {
  const { items } = await asker.call('listPosts', { params: { id }, query: {} });
  return items.map(({ body }) => body);
}

test('a page that is not there yet says so in the frame, and opens by itself; what waits is sent, what was typed is kept', async () => {
  const { page, t, id, answer, composer, waiting } = await openThread({ withoutWorker: true });
  line.cut();
  await answer('From the tunnel.');
  await waiting.getByText(t('threads.waiting.queued')).waitFor();
  await composer.fill('And what I had begun');
  const navigation = page.getByRole('navigation', { name: t('app.nav.label') });
  await navigation.getByRole('link', { name: t('app.nav.spaces'), exact: true }).click();
  await page.getByRole('heading', { name: t('app.away.title') }).waitFor();
  await navigation.waitFor();
  expect(await page.getByText(t('app.crash.text')).count()).toBe(0);
  await expectAccessible(page);

  line.heal();
  await page.getByRole('heading', { name: t('app.nav.spaces'), level: 1 }).waitFor();
  await expect.poll(async () => (await texts(id)).at(-1), patience).toBe('From the tunnel.');
  await page.goto(`/threads/${id}`);
  await expect.poll(() => composer.inputValue(), patience).toBe('And what I had begun');
});

test('pages that were not opened yet are kept once the first is at rest', async () => {
  const { page, t, id, answer, waiting } = await openThread();
  await untilKept(page);
  line.cut();
  await answer('From the tunnel.');
  await waiting.getByText(t('threads.waiting.queued')).waitFor();
  const navigation = page.getByRole('navigation', { name: t('app.nav.label') });
  await navigation.getByRole('link', { name: t('app.nav.you'), exact: true }).click();
  await page.getByRole('heading', { name: writer }).waitFor();
  await navigation.getByRole('link', { name: t('app.nav.saved'), exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'From the tunnel.' }).waitFor();
  line.heal();
  await expect.poll(async () => (await texts(id)).at(-1), patience).toBe('From the tunnel.');
});

test('a thread that is not kept is asked for once, and the frame stands at once', async () => {
  const { page, t } = await openThread();
  await untilKept(page);
  const { thread } = await ask(asker, { space: 'public-space' });
  let times = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === `/api/threads/${thread.id}`) times += 1;
  });
  line.cut();
  await page.goto(`/threads/${thread.id}`);
  await page.getByRole('navigation', { name: t('app.nav.label') }).waitFor();
  expect(times).toBe(1);
  await page.getByRole('heading', { name: t('app.away.title') }).waitFor();
  line.heal();
  await page.getByRole('heading', { name: thread.title, level: 1 }).waitFor(patience);
});

test('a page that a newer build has taken away is loaded again, once', async () => {
  const { page, t } = await openThread({ withoutWorker: true });
  let asked = 0;
  // Two builds do not run side by side here: the file is gone for the page that was loaded before.
  await page.route('**/assets/SpacesPage-*.js', (route) => {
    asked += 1;
    return asked === 1 ? route.fulfill({ status: 404 }) : route.continue();
  });
  const navigation = page.getByRole('navigation', { name: t('app.nav.label') });
  await navigation.getByRole('link', { name: t('app.nav.spaces'), exact: true }).click();
  await page.getByRole('heading', { name: t('app.nav.spaces'), level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/spaces');
});

describe('once the line is back', () => {
  const away = ['/', '/saved', '/spaces', '/threads', '/ask'];

  test('pages that were opened without it show by themselves what they could not have', async () => {
    const { page, t } = await openThread();
    await untilKept(page);
    line.cut();
    const noLine = (at: Page) => at.getByText(t('errors.offline')).first();
    const navigation = page.getByRole('navigation', { name: t('app.nav.label') });
    await navigation.getByRole('link', { name: t('app.nav.saved'), exact: true }).click();
    const pages = await Promise.all(away.map(() => page.context().newPage()));
    await Promise.all(
      pages.map(async (tab, index) => {
        await tab.goto(away[index] ?? '/');
        await noLine(tab).waitFor(patience);
      }),
    );
    await noLine(page).waitFor(patience);

    line.heal();
    const inMain = (at: Page) => at.getByRole('main');
    await Promise.all(
      [page, ...pages].map(async (tab) => {
        await noLine(tab).waitFor({ state: 'detached', ...patience });
        await inMain(tab)
          .getByText(t('ui.loading'))
          .waitFor({ state: 'detached', ...patience });
        expect(await noLine(tab).count()).toBe(0);
      }),
    );
  });

  test('an edit that could not be saved does not go on saying that there is none', async () => {
    const { page, t, post, choosePost, answer } = await openThread();
    await answer('We began with chairs.');
    await post(2).waitFor();
    await choosePost(2, t('threads.post.edit'));
    await post(2).getByRole('textbox').fill('We began with benches.');
    line.cut();
    await post(2)
      .getByRole('button', { name: t('ui.save') })
      .click();
    await post(2).getByText(t('errors.offline')).waitFor(patience);
    line.heal();
    await post(2)
      .getByText(t('errors.offline'))
      .waitFor({ state: 'detached', ...patience });
    await post(2)
      .getByRole('button', { name: t('ui.save') })
      .click();
    await page.getByText('We began with benches.').waitFor();
  });
});
