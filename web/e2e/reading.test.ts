// What one has read, kept and begun: exact, the same on every device, and seen by nobody else.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { answer, ask, person } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
const reader = 'Delroy Hutchinson-Pryce';
const writer = 'Marta Lindqvist';

test('a followed thread is counted to the post, on Home and in lists, until it is read', async () => {
  const t = await wordsOf('en');
  const [mine, theirs] = [await person(reader), await person(writer)];
  const title = `Which lamps did you choose? ${randomUUID().slice(0, 8)}`;
  const { thread } = await ask(mine, { space: 'youth', title });
  for (const text of ['Warm ones.', 'And lower poles.', 'Six metres.']) {
    await answer(theirs, thread.id, text);
  }
  const page = await stage.visit('/', { as: reader });
  const item = page.getByRole('listitem').filter({ hasText: title });
  await item.getByText(t('reading.threads.unread', { count: 3 })).waitFor();

  // One more arrives while Home is open.
  await answer(theirs, thread.id, 'Four of them.');
  await item.getByText(t('reading.threads.unread', { count: 4 })).waitFor();

  await item.getByRole('link').first().click();
  const shown = await threadPage(page, 'en');
  await shown.body(5).getByText('Four of them.').waitFor();
  await shown.post(5).scrollIntoViewIfNeeded();
  await expect
    .poll(
      async () =>
        (await mine.call('getThread', { params: { id: thread.id }, query: {} })).mine.unread,
    )
    .toBe(0);
  await page.getByRole('link', { name: t('app.nav.home'), exact: true }).click();
  await page.getByRole('heading', { name: t('reading.following.title') }).waitFor();
  await item.waitFor({ state: 'detached' });
});

test('what was begun on one device goes on upon another, and is gone once it is sent', async () => {
  const t = await wordsOf('en');
  const theirs = await person(writer);
  const { thread } = await ask(theirs, { space: 'youth' });
  const first = await stage.visit(`/threads/${thread.id}`, { as: reader });
  const begun = await threadPage(first, 'en');
  await begun.composer.fill('We did it the other way');
  await first.getByText(t('threads.composer.saved')).waitFor();

  const second = await stage.visit('/', { as: reader, width: 'narrow' });
  await second.getByRole('heading', { name: t('reading.drafts.title') }).waitFor();
  await second
    .getByRole('link', { name: t('reading.drafts.continue') })
    .first()
    .click();
  const going = await threadPage(second, 'en');
  await expect.poll(() => going.composer.inputValue()).toBe('We did it the other way');
  await going.composer.pressSequentially(' round.');
  await going.form.getByRole('button', { name: t('threads.composer.send') }).click();
  await going.body(2).getByText('We did it the other way round.').waitFor();
  await begun.body(2).getByText('We did it the other way round.').waitFor();
  await second.goto('/');
  await second.getByRole('heading', { name: t('reading.following.title') }).waitFor();
  expect(await second.getByText('We did it the other way').count()).toBe(0);
});

test('a saved post carries a note that can be changed, let go and brought back', async () => {
  const t = await wordsOf('fr');
  const theirs = await person(writer);
  const { thread } = await ask(theirs, { space: 'youth' });
  const { id } = await answer(theirs, thread.id, 'Chairs first, then the café.');
  const mine = await person('Geneviève Thibodeau');
  await mine.call('keepBookmark', { params: { id }, body: { note: 'For the budget.' } });

  const page = await stage.visit('/saved', { as: mine.name });
  const item = page.getByRole('listitem').filter({ hasText: 'Chairs first' });
  await item.getByText('For the budget.').waitFor();
  await item.getByRole('button', { name: t('reading.saved.editNote') }).click();
  await item.getByRole('textbox').fill('For the council.');
  await item.getByRole('button', { name: t('ui.save') }).click();
  await item.getByText('For the council.').waitFor();
  await item.getByRole('button', { name: t('reading.saved.remove') }).click();
  await page.getByRole('button', { name: t('reading.saved.undo') }).click();
  await item.getByText('For the council.').waitFor();
  await page.reload();
  await item.getByText('For the council.').waitFor();
});
