// What a post or a synthesis is to say instead stays on the device until it is saved or given up.
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { type ThreadPage, threadPage } from './support/thread-page.ts';

const stage = useStage();
/** A page that is loaded again needs its time. */
const patience = { timeout: 20_000 };
const writer = 'Baraka Mwachiro';
const first = 'We began with chairs.';

let asker: Person;
let mine: Person;

beforeAll(async () => {
  [asker, mine] = await Promise.all([person('Nomvula Mahlasela'), person(writer)]);
});

async function openPost(): Promise<ThreadPage & { postId: number; write: () => Promise<void> }> {
  const { thread } = await ask(asker, { space: 'youth' });
  const { id: postId } = await answer(mine, thread.id, first);
  const page = await stage.visit(`/threads/${thread.id}`, { as: writer });
  const shown = await threadPage(page, 'en');
  await shown.post(2).waitFor();
  return {
    ...shown,
    postId,
    async write() {
      await shown.choosePost(2, shown.t('threads.post.edit'));
      await editorOf(shown).fill('We began with chairs, and a café.');
    },
  };
}

const editorOf = ({ post, t }: ThreadPage) =>
  post(2).getByRole('textbox', { name: t('threads.edit.label') });

const press = ({ post, t }: ThreadPage, key: 'ui.save' | 'ui.cancel') =>
  post(2)
    .getByRole('button', { name: t(key) })
    .click();

describe('the text of an edit', () => {
  test('is there after a reload and after another page, until it is saved', async () => {
    const shown = await openPost();
    const { page, t, body, write } = shown;
    await write();
    await page.reload();
    await expect
      .poll(() => editorOf(shown).inputValue(), patience)
      .toBe('We began with chairs, and a café.');
    await page.getByRole('link', { name: t('app.nav.home'), exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goBack();
    await expect
      .poll(() => editorOf(shown).inputValue(), patience)
      .toBe('We began with chairs, and a café.');
    await press(shown, 'ui.save');
    await body(2).getByText('and a café').waitFor();
    await page.reload();
    await body(2).getByText('and a café').waitFor();
    expect(await editorOf(shown).count()).toBe(0);
  });

  test('is gone when it is given up', async () => {
    const shown = await openPost();
    await shown.write();
    await press(shown, 'ui.cancel');
    await shown.page.reload();
    await shown.body(2).getByText(first).waitFor();
    expect(await editorOf(shown).count()).toBe(0);
  });

  test('stands beside what was saved elsewhere meanwhile', async () => {
    const shown = await openPost();
    await shown.write();
    const body = { body: 'We began with lamps.', revision: 1 };
    await mine.call('editPost', { params: { id: shown.postId }, body });
    await shown.page.reload();
    const current = shown.page.getByRole('group', { name: shown.t('threads.conflict.current') });
    await current.getByText('We began with lamps.').waitFor();
    expect(await editorOf(shown).inputValue()).toBe('We began with chairs, and a café.');
    await press(shown, 'ui.save');
    await shown.body(2).getByText('and a café').waitFor();
  });
});

test('the text of a synthesis is there after a reload and after another page', async () => {
  const { thread } = await ask(mine, { space: 'youth' });
  const page = await stage.visit(`/threads/${thread.id}`, { as: writer });
  const { t, synthesis, chooseThread } = await threadPage(page, 'en');
  await chooseThread(t('threads.summing.write'));
  const editor = synthesis.getByRole('textbox', { name: t('threads.summing.label') });
  await editor.fill('Chairs brought people back (#1).');
  await page.reload();
  await expect.poll(() => editor.inputValue(), patience).toBe('Chairs brought people back (#1).');
  await page.getByRole('link', { name: t('app.nav.home'), exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goBack();
  await expect.poll(() => editor.inputValue(), patience).toBe('Chairs brought people back (#1).');
  await synthesis.getByRole('button', { name: t('ui.save') }).click();
  await editor.waitFor({ state: 'detached' });
  await page.reload();
  await synthesis.getByText('brought people back').waitFor();
  expect(await editor.count()).toBe(0);
});
