// One browser, two people: what one of them wrote is never sent as the other, nor shown to them.
import type { ReplyOf, routes } from '@counterpart/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { useStage, type Visit } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
const first = 'Marta Lindqvist';
const second = 'Amina Dahir';
const written = 'Written as Marta.';

let asker: Person;
let mine: Person;

beforeAll(async () => {
  [asker, mine] = await Promise.all([person('Nomvula Mahlasela'), person(first)]);
});

/** The first of them writes, and stands at the place to write. */
async function beginToWrite(visit: Visit = {}) {
  const { thread } = await ask(asker, { space: 'youth' });
  const page = await stage.visit(`/threads/${thread.id}`, { as: first, ...visit });
  const shown = await threadPage(page, 'en');
  await shown.composer.fill(written);
  await page.getByText(shown.t('threads.composer.saved')).waitFor();
  const signInAgain = page.getByRole('dialog', { name: shown.t('app.signedOut.signIn') });
  return { ...shown, id: thread.id, signInAgain };
}

/** Ends the sign-in of this browser from another device. */
async function endFromElsewhere(page: Page): Promise<void> {
  const reply = await page.context().request.get('/api/sessions');
  const { items } = (await reply.json()) as ReplyOf<(typeof routes)['listSessions']>;
  const here = items.find(({ current }) => current);
  await mine.call('endSession', { params: { id: here?.id ?? 0 } });
}

/** In another tab. */
async function become(page: Page, name: string): Promise<void> {
  const t = await wordsOf('en');
  const other = await page.context().newPage();
  await other.goto('/sign-in');
  await other.getByRole('button', { name: t('accounts.cast.become', { name }) }).click();
  await other.getByRole('link', { name: t('app.nav.saved') }).waitFor();
}

test('a page begins anew when somebody else signs in in another tab', async () => {
  const { page, t, composer, post, signInAgain } = await beginToWrite();
  await endFromElsewhere(page);
  await signInAgain.waitFor();
  await composer.evaluate((field) => field.setAttribute('data-before', ''));
  await become(page, second);
  await page.locator('[data-before]').waitFor({ state: 'detached' });
  await post(1).waitFor();
  await composer.waitFor();
  expect(await composer.inputValue()).toBe('');
  expect(await page.getByText(written).count()).toBe(0);
  expect(await signInAgain.count()).toBe(0);
  await page.getByRole('link', { name: t('app.nav.you'), exact: true }).click();
  await page.getByRole('heading', { name: second }).waitFor();
});

test('a page goes on, live, when its member signs in again in another tab', async () => {
  const { page, id, composer, body, signInAgain } = await beginToWrite();
  await endFromElsewhere(page);
  await signInAgain.waitFor();
  await become(page, first);
  await signInAgain.waitFor({ state: 'detached' });
  expect(await composer.inputValue()).toBe(written);
  await answer(asker, id, 'Are you there?');
  await body(2).getByText('Are you there?').waitFor();
});

test('nothing of a member stays in other tabs when they have left the device', async () => {
  const { page, t } = await beginToWrite();
  const other = await page.context().newPage();
  await other.goto('/you');
  await other.getByRole('button', { name: t('accounts.signOut.button') }).click();
  await page.waitForURL('**/sign-in**');
  expect(await page.getByText(written).count()).toBe(0);
  const kept = () => page.evaluate(() => Object.keys(localStorage).join());
  expect(await kept()).not.toContain('typed');
});

test('a page does nothing as the one who has signed in since in another tab', async () => {
  const { page, id, composer, post, signInAgain } = await beginToWrite({
    // As in a browser whose pages cannot tell each other.
    before: async (fresh) => {
      await fresh.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
    },
  });
  await endFromElsewhere(page);
  await signInAgain.waitFor();
  await become(page, second);
  await page.keyboard.press('Escape');
  await composer.focus();
  const begunAnew = page.waitForEvent('domcontentloaded');
  await page.keyboard.press('Control+Enter');
  await begunAnew;

  await post(1).waitFor();
  await composer.waitFor();
  expect(await composer.inputValue()).toBe('');
  expect(await page.getByText(written).count()).toBe(0);
  await page.goto('/you');
  await page.getByRole('heading', { name: second }).waitFor();
  const { items } = await asker.call('listPosts', { params: { id }, query: {} });
  expect(items).toHaveLength(1);
});
