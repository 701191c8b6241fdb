// Without a line: the frame stays, what waits is sent afterwards, and pages open that were kept.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { isKept, untilKept } from './support/kept.ts';
import { ask, type Person, person } from './support/people.ts';
import { type Line, openLine } from './support/proxy.ts';
import { expectAccessible, useStage, type Visit } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
/** Drafts are saved when the typing pauses, and a line that was cut is tried again after a while. */
const patience = { timeout: 20_000 };
const writer = 'Bagus Prawirodirjo';
const emptyDraft = {
  spaceId: null,
  kind: null,
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
  quoteText: null,
};

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
  return { ...shown, id: thread.id, title: thread.title };
}

/** Runs in the page: the short names of the spaces that lie on the device. */
async function readSpaces(): Promise<string[]> {
  const name = 'counterpart-kept';
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains('spaces')) return resolve([]);
      const asked = database.transaction('spaces').objectStore('spaces').get('current');
      asked.addEventListener('success', () => {
        const { items = [] } = (asked.result ?? {}) as { items?: { slug: string }[] };
        database.close();
        resolve(items.map(({ slug }) => slug));
      });
    });
  });
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

describe('without a line', () => {
  /** Until the device has the thread, and knows where its reader may ask. */
  async function openKept() {
    const shown = await openThread();
    await untilKept(shown.page);
    const spaces = () => shown.page.evaluate(readSpaces);
    await expect.poll(spaces, patience).toContain('youth');
    expect(await spaces()).not.toContain('western-balkans-desk');
    await expect.poll(() => isKept(shown.page, shown.id), patience).toBe(true);
    return shown;
  }

  async function openAsk(page: Page) {
    const t = await wordsOf('en');
    await page.goto('/ask');
    const title = page.getByLabel(t('ask.titleField'));
    await title.waitFor();
    return title;
  }

  test('one can ask: the question waits, and is asked once the line is back', async () => {
    const { page, t } = await openKept();
    const question = `Who has lit a square? ${randomUUID().slice(0, 8)}`;
    line.cut();
    const title = await openAsk(page);
    await title.fill(question);
    await page.getByRole('textbox', { name: t('ask.body') }).fill('Ours is dark after nine.');
    const spaces = page.getByRole('group', { name: t('ask.space') });
    await spaces.getByRole('radio', { name: /^Youth/ }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: t('ask.submit.question'), exact: true }).click();
    await page.getByText(t('ask.outbox.queued')).waitFor();
    line.heal();
    const titles = async () => {
      const { items } = await asker.call('listThreads', { query: { sort: 'created' } });
      return items.map((thread) => thread.title);
    };
    await expect.poll(titles, patience).toContain(question);
  });

  test('the draft that the server has comes to the page to ask when the line is back', async () => {
    const { page } = await openKept();
    const mine = await person(writer);
    const content = { ...emptyDraft, title: 'Begun at the desk', body: 'Ours is dark.' };
    const params = { place: 'new' };
    const { updatedAt } = await mine.call('keepDraft', {
      params,
      body: { ...content, seen: null },
    });
    line.cut();
    const title = await openAsk(page);
    expect(await title.inputValue()).toBe('');
    line.heal();
    await expect.poll(() => title.inputValue(), patience).toBe(content.title);
    await page.goto('about:blank');
    await mine.call('dropDraft', { params, query: { seen: updatedAt } });
  });

  test('what waits is called by the thread it answers in', async () => {
    const { page, t, answer, waiting, title } = await openKept();
    line.cut();
    await answer('From the tunnel.');
    await waiting.getByText(t('threads.waiting.queued')).waitFor();
    await page.goto('/');
    const item = page.getByRole('listitem').filter({ hasText: 'From the tunnel.' });
    await item.getByText(title).waitFor();
  });
});

describe('once the line is back', () => {
  const away = ['/', '/saved', '/spaces', '/threads'];

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
