// One browser, two people: what one of them wrote is never sent as the other.
import { expect, test } from 'vitest';
import { ask, person } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
const first = 'Marta Lindqvist';
const second = 'Amina Dahir';

test('a page does nothing as the one who has signed in since in another tab', async () => {
  const t = await wordsOf('en');
  const asker = await person('Nomvula Mahlasela');
  const { thread } = await ask(asker, { space: 'youth' });
  const page = await stage.visit(`/threads/${thread.id}`, { as: first });
  const { composer, post } = await threadPage(page, 'en');
  await composer.fill('Written as Marta.');
  await page.getByText(t('threads.composer.saved')).waitFor();

  const other = await page.context().newPage();
  await other.goto('/you');
  await other.getByRole('button', { name: t('accounts.signOut.button') }).click();
  await other.getByRole('button', { name: t('accounts.cast.become', { name: second }) }).click();
  await other.getByRole('link', { name: t('app.nav.saved') }).waitFor();

  const signInAgain = page.getByRole('dialog', { name: t('app.signedOut.signIn') });
  await signInAgain.waitFor();
  await page.keyboard.press('Escape');
  await composer.focus();
  const begunAnew = page.waitForEvent('domcontentloaded');
  await page.keyboard.press('Control+Enter');
  await begunAnew;

  await post(1).waitFor();
  await composer.waitFor();
  expect(await composer.inputValue()).toBe('');
  expect(await page.getByText('Written as Marta.').count()).toBe(0);
  await page.goto('/you');
  await page.getByRole('heading', { name: second }).waitFor();
  const { items } = await asker.call('listPosts', { params: { id: thread.id }, query: {} });
  expect(items).toHaveLength(1);
});
