// What is typed in two tabs, on two devices, and before it is sent: nothing of it is lost without a word.
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { type Line, openLine } from './support/proxy.ts';
import { expectAccessible, useStage, type Visit } from './support/stage.ts';
import { type ThreadPage, threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
/** Drafts are saved when the typing pauses, and a line that was cut is tried again after a while. */
const patience = { timeout: 20_000 };
const writer = 'Rumana Afroz Sikder';
const long = 'A long text, with everything that was tried in two winters.';

let line: Line;
let asker: Person;
let mine: Person;

beforeAll(async () => {
  line = await openLine(inject('port'));
  [asker, mine] = await Promise.all([person('Nomvula Mahlasela'), person(writer)]);
});
beforeEach(() => line.heal());
afterAll(() => line.close());

async function storedAt(place: string): Promise<string | undefined> {
  const { items } = await mine.call('listDrafts');
  return items.find((draft) => draft.place === place)?.content.body;
}

async function aThread(): Promise<number> {
  const { thread } = await ask(asker, { space: 'youth' });
  await answer(asker, thread.id, 'We began with chairs and a café that may open until ten.');
  return thread.id;
}

async function open(id: number, visit: Visit = {}): Promise<ThreadPage> {
  const page = await stage.visit(`/threads/${id}`, { as: writer, ...visit });
  const shown = await threadPage(page, 'en');
  await shown.composer.waitFor();
  return shown;
}

/** Another tab of the same browser. */
async function openBeside({ page }: { page: Page }, id: number): Promise<ThreadPage> {
  const other = await page.context().newPage();
  await other.goto(`/threads/${id}`);
  const shown = await threadPage(other, 'en');
  await shown.composer.waitFor();
  return shown;
}

/** The text of the other tab as it is shown beside one's own. */
async function otherText(page: Page): Promise<Locator> {
  const t = await wordsOf('en');
  return page.getByRole('group', { name: t('ui.draftClash.other') });
}

async function press(page: Page, key: Parameters<Awaited<ReturnType<typeof wordsOf>>>[0]) {
  const t = await wordsOf('en');
  await page.getByRole('button', { name: t(key) }).click();
}

describe('two tabs on one thread', () => {
  test('do not write over each other: both texts are in reach, and the writer chooses', async () => {
    const id = await aThread();
    const first = await open(id);
    const second = await openBeside(first, id);
    await first.composer.fill(long);
    await first.page.getByText(first.t('threads.composer.saved')).waitFor();

    await second.composer.fill('x');
    await (await otherText(second.page)).getByText(long).waitFor();
    expect(await second.composer.inputValue()).toBe('x');
    expect(await storedAt(`thread-${id}`)).toBe(long);
    await expectAccessible(second.page);

    await first.page.reload();
    await expect.poll(() => first.composer.inputValue(), patience).toBe(long);
    await second.page.reload();
    await (await otherText(second.page)).getByText(long).waitFor();
    expect(await second.composer.inputValue()).toBe('x');

    await press(second.page, 'ui.draftClash.changed.mine');
    await expect.poll(() => storedAt(`thread-${id}`), patience).toBe('x');
    await first.composer.pressSequentially(' And a third.');
    await (await otherText(first.page)).getByText('x', { exact: true }).waitFor();
    await press(first.page, 'ui.draftClash.changed.other');
    expect(await first.composer.inputValue()).toBe('x');
  });

  test('one of them emptied, do not lose the text of the other', async () => {
    const id = await aThread();
    const first = await open(id);
    await first.composer.fill('It began here');
    await first.page.getByText(first.t('threads.composer.saved')).waitFor();
    const second = await openBeside(first, id);
    await expect.poll(() => second.composer.inputValue(), patience).toBe('It began here');
    await first.composer.fill(long);
    await expect.poll(() => storedAt(`thread-${id}`), patience).toBe(long);
    await second.composer.fill('');
    await (await otherText(second.page)).getByText(long).waitFor();
    expect(await storedAt(`thread-${id}`)).toBe(long);
  });

  test('each keep their own while there is no line', async () => {
    const id = await aThread();
    const first = await open(id, { port: line.port });
    const second = await openBeside(first, id);
    line.cut();
    await first.composer.fill(long);
    await second.composer.fill('x');
    await second.page.getByText(second.t('threads.composer.local')).waitFor();
    line.heal();
    await first.page.reload();
    expect(await first.composer.inputValue()).toBe(long);
    await expect.poll(() => storedAt(`thread-${id}`), patience).toBeDefined();
    await second.page.reload();
    expect(await second.composer.inputValue()).toBe('x');
  });
});

test('what a tab had not brought to the server when it was closed goes on in the next', async () => {
  const id = await aThread();
  const first = await open(id, { port: line.port });
  const { t, page } = first;
  const beside = await page.context().newPage();
  line.cut();
  await first.composer.fill(long);
  await page.getByText(t('threads.composer.local')).waitFor();
  await page.close();
  line.heal();
  await beside.goto(`/threads/${id}`);
  const next = await threadPage(beside, 'en');
  await expect.poll(() => next.composer.inputValue(), patience).toBe(long);
  await expect.poll(() => storedAt(`thread-${id}`), patience).toBe(long);
});

describe('two tabs on the page to ask', () => {
  async function asking(page: Page) {
    const t = await wordsOf('en');
    const title = page.getByLabel(t('ask.titleField'));
    await title.waitFor();
    // With all that comes after the form: the editor, and the line by which it hears of others.
    await page.waitForLoadState('networkidle');
    const body = page.getByRole('textbox', { name: t('ask.body') });
    return {
      t,
      page,
      title,
      body,
      async begin(text: string): Promise<void> {
        await title.fill(text);
        await body.fill(long);
        const spaces = page.getByRole('group', { name: t('ask.space') });
        await spaces.getByRole('radio', { name: /^Youth/ }).check();
        await page.getByText(t('ask.draft.saved')).waitFor();
      },
      send: () => page.getByRole('button', { name: t('ask.submit.question'), exact: true }).click(),
    };
  }

  const newTitle = () => `Who has lit a square? ${randomUUID().slice(0, 8)}`;

  async function timesAsked(title: string): Promise<number> {
    const { items } = await mine.call('listThreads', { query: { sort: 'created' } });
    return items.filter((one) => one.title === title).length;
  }

  /** The same draft on two devices. */
  async function beginBoth(visit: Visit = {}) {
    const title = newTitle();
    const first = await asking(await stage.visit('/ask', { as: writer }));
    await first.begin(title);
    const second = await asking(await stage.visit('/ask', { as: writer, ...visit }));
    expect(await second.title.inputValue()).toBe(title);
    return { title, first, second };
  }

  test('do not write over each other either', async () => {
    const first = await asking(await stage.visit('/ask', { as: writer }));
    const beside = await first.page.context().newPage();
    await beside.goto('/ask');
    const second = await asking(beside);
    const title = newTitle();
    await first.begin(title);
    await second.title.fill('x');
    const other = await otherText(second.page);
    await other.getByText(title).waitFor();
    await other.getByText(long).waitFor();
    expect(await second.title.inputValue()).toBe('x');
    await press(second.page, 'ui.draftClash.changed.other');
    expect(await second.title.inputValue()).toBe(title);
    await press(second.page, 'ask.draft.discard');
    await expect.poll(() => storedAt('new'), patience).toBeUndefined();
  });

  test('do not both go on showing a question that was sent from one of them', async () => {
    const { title, first, second } = await beginBoth();
    await first.send();
    await first.page.waitForURL(/\/threads\/\d+$/);
    await expect.poll(() => second.title.inputValue(), patience).toBe('');
    expect(await second.page.getByText(second.t('ui.draftClash.gone.title')).count()).toBe(0);
    expect(await storedAt('new')).toBeUndefined();
    expect(await timesAsked(title)).toBe(1);
  });

  test('are told when it was sent in other words', async () => {
    const { title, first, second } = await beginBoth();
    await first.title.fill(`${title}, again`);
    await first.page.getByText(first.t('ask.draft.saved')).waitFor();
    await first.send();
    await first.page.waitForURL(/\/threads\/\d+$/);
    await second.page.getByText(second.t('ui.draftClash.gone.title')).waitFor();
    expect(await second.title.inputValue()).toBe(title);
    await press(second.page, 'ui.draftClash.gone.other');
    expect(await second.title.inputValue()).toBe('');
  });

  test('do not ask twice, also when one of them had no line', async () => {
    const { title, first, second } = await beginBoth({ port: line.port });
    line.cut();
    await second.send();
    // At the latest when the request is given up, which is after 15 s.
    await second.page.getByText(second.t('ask.outbox.queued')).waitFor(patience);
    await first.send();
    await first.page.waitForURL(/\/threads\/\d+$/);
    line.heal();
    await second.page.getByText(second.t('errors.title.draft-changed')).waitFor(patience);
    expect(await timesAsked(title)).toBe(1);
    await press(second.page, 'ask.outbox.discard');
  });
});

describe('what was begun at the desk and sent from the phone', () => {
  async function beginBoth() {
    const id = await aThread();
    const desk = await open(id);
    await desk.composer.fill('We did it the other way');
    await desk.page.getByText(desk.t('threads.composer.saved')).waitFor();
    const phone = await open(id, { width: 'narrow' });
    await expect.poll(() => phone.composer.inputValue(), patience).toBe('We did it the other way');
    return { id, desk, phone };
  }

  test('does not go on standing at the desk as if it were not sent', async () => {
    const { id, desk, phone } = await beginBoth();
    await phone.form.getByRole('button', { name: phone.t('threads.composer.send') }).click();
    await desk.body(3).getByText('We did it the other way').waitFor();
    await expect.poll(() => desk.composer.inputValue(), patience).toBe('');
    expect(await storedAt(`thread-${id}`)).toBeUndefined();
  });

  test('in other words, is told at the desk, and not saved again without a word', async () => {
    const { id, desk, phone } = await beginBoth();
    await phone.answer('We did it the other way round.');
    await desk.page.getByText(desk.t('ui.draftClash.gone.title')).waitFor();
    expect(await desk.composer.inputValue()).toBe('We did it the other way');
    await desk.composer.pressSequentially('!');
    expect(await storedAt(`thread-${id}`)).toBeUndefined();
    await press(desk.page, 'ui.draftClash.gone.other');
    expect(await desk.composer.inputValue()).toBe('');
  });
});

test('a draft stays until its post is there', async () => {
  const id = await aThread();
  const { page, t, composer, body, form, waiting } = await open(id, { port: line.port });
  await composer.fill('From the tunnel.');
  await page.getByText(t('threads.composer.saved')).waitFor();
  line.cut();
  await form.getByRole('button', { name: t('threads.composer.send') }).click();
  await waiting.getByText(t('threads.waiting.queued')).waitFor();
  expect(await storedAt(`thread-${id}`)).toBe('From the tunnel.');
  line.heal();
  await body(3).getByText('From the tunnel.').waitFor();
  expect(await storedAt(`thread-${id}`)).toBeUndefined();
  await page.reload();
  await body(3).waitFor();
  expect(await composer.inputValue()).toBe('');
});

describe('a passage that is quoted', () => {
  async function quotePassage({ page, t, body }: ThreadPage): Promise<void> {
    await body(2).evaluate((element) => {
      const text = element.querySelector('p')?.firstChild;
      if (!text) throw new Error('There is no text to select.');
      const range = document.createRange();
      range.setStart(text, 'We began with '.length);
      range.setEnd(text, 'We began with chairs and a café'.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await page.getByRole('button', { name: t('threads.post.quotePassage') }).click();
  }

  const passage = ({ form }: ThreadPage) => form.getByText('chairs and a café', { exact: true });

  test('is still that passage after a reload', async () => {
    const shown = await open(await aThread());
    await quotePassage(shown);
    await shown.composer.fill('Whose café?');
    await shown.page.getByText(shown.t('threads.composer.saved')).waitFor();
    await shown.page.reload();
    await passage(shown).waitFor();
    await shown.form.getByRole('button', { name: shown.t('threads.composer.send') }).click();
    const quoted = shown.post(3).locator('blockquote p').first();
    await quoted.waitFor();
    expect(await quoted.textContent()).toBe('chairs and a café');
  });

  test('comes back with the post that is changed before it was sent', async () => {
    const shown = await open(await aThread(), { port: line.port });
    await quotePassage(shown);
    line.cut();
    await shown.answer('Whose café?');
    const edit = shown.t('threads.waiting.edit');
    await shown.waiting.getByRole('button', { name: edit }).click();
    await passage(shown).waitFor();
    expect(await shown.composer.inputValue()).toBe('Whose café?');
    line.heal();
    await shown.form.getByRole('button', { name: shown.t('threads.composer.send') }).click();
    const quoted = shown.post(3).locator('blockquote p').first();
    await quoted.waitFor();
    expect(await quoted.textContent()).toBe('chairs and a café');
  });
});
