import type { Locale } from '@counterpart/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from './support/cover.ts';
import { ask, type Person, person } from './support/people.ts';
import { expectAccessible, expectNoOverflow, useStage, type Visit } from './support/stage.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();

/** One who reads each language by themselves, so that nobody's choice has to change. */
const readers: Record<Locale, string> = {
  en: 'Ingrid Saavedra',
  fr: 'Solène Mattéi',
  ar: 'زياد الحمامصي',
};

let writer: Person;
let threadId: number;

beforeAll(async () => {
  writer = await person(readers.en);
  ({
    thread: { id: threadId },
  } = await ask(writer, { title: 'مرحبا (Strong Cities 2024) 100% — l’été' }));
});

const pages: [name: string, path: () => string, isPublic?: true][] = [
  ['sign-in', () => '/sign-in', true],
  ['open account', () => '/open-account', true],
  ['home', () => '/'],
  ['ask', () => '/ask'],
  ['spaces', () => '/spaces'],
  ['a space', () => '/spaces/youth'],
  ['threads', () => '/threads'],
  ['unanswered threads', () => '/threads?filter=unanswered&sort=created'],
  ['a thread', () => `/threads/${threadId}`],
  ['search', () => '/search'],
  ['what was found', () => '/search?q=youth%20jeunes%20%D8%A7%D9%84%D8%B4%D8%A8%D8%A7%D8%A8'],
  ['nothing found', () => '/search?q=zzzzqq&kind=announcement'],
  ['saved', () => '/saved'],
  ['a member', () => `/members/${writer.id}`],
  ['you', () => '/you'],
  ['nothing', () => '/no-such-page', true],
];

/** Words such as `threads.kind.question` stand where a text is missing. */
const bareKey =
  /\b(accounts|app|ask|errors|institutions|reading|search|spaces|threads|ui)\.[a-z][A-Za-z]+\b/;

async function expectWhole(page: Page, locale: Locale): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const t = await wordsOf(locale);
  await page.getByText(t('ui.loading')).first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const html = page.locator('html');
  expect(await html.getAttribute('lang')).toBe(locale);
  expect(await html.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.getByRole('main').count()).toBe(1);
  expect(await page.title()).not.toBe('');
  expect(await page.locator('body').innerText()).not.toMatch(bareKey);
  await expectNoOverflow(page);
  await expectAccessible(page);
}

const states = pages.flatMap(([name, path, isPublic], place) =>
  settingsOf(place).map((setting) => ({ name, path, isPublic, ...setting })),
);

test.each(states)('$name is whole in $locale, $theme and $width', async (state) => {
  const { path, isPublic, ...setting } = state;
  const visit: Visit = isPublic ? setting : { ...setting, as: readers[state.locale] };
  const page = await stage.visit(path(), visit);
  await expectWhole(page, state.locale);
});

test('the settings cover every pair', () => {
  const traits = (['name', 'locale', 'theme', 'width'] as const).map((trait) => ({
    trait,
    values: [...new Set(states.map((state) => state[trait]))],
  }));
  for (const one of traits)
    for (const other of traits.slice(traits.indexOf(one) + 1)) {
      const pairs = new Set(states.map((state) => `${state[one.trait]}|${state[other.trait]}`));
      expect(pairs.size, `${one.trait} × ${other.trait}`).toBe(
        one.values.length * other.values.length,
      );
    }
});

describe.each(['en', 'fr', 'ar'] as const)('in %s', (locale) => {
  test('empty pages say what to do next', async () => {
    const t = await wordsOf(locale);
    const page = await stage.visit('/threads?filter=following&kind=announcement&theme=sport', {
      as: readers[locale],
    });
    await page.getByRole('main').getByText(t('reading.threads.empty.narrow')).waitFor();
    await page.getByText(t('reading.threads.showAll')).click();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
  });

  test('what is not here says so and leads home', async () => {
    const t = await wordsOf(locale);
    const page = await stage.visit('/threads/1', { as: readers[locale], width: 'narrow' });
    await page.getByRole('heading', { name: t('app.notFound.title') }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: t('app.notFound.home') }).click();
    await page.waitForURL((url) => url.pathname === '/');
  });
});

test.each(['en', 'ar'] as const)('whoever has saved nothing is told how, in %s', async (locale) => {
  const t = await wordsOf(locale);
  const page = await stage.visit('/saved', { as: readers[locale] });
  await page.getByText(t('reading.saved.empty')).waitFor();
});

test('whoever is signed out is led to the sign-in page and back to where they wanted to go', async () => {
  const t = await wordsOf('en');
  const page = await stage.visit('/spaces/youth?sort=created');
  await page.waitForURL('**/sign-in?next=**');
  await page
    .getByRole('button', { name: t('accounts.cast.become', { name: 'Amina Dahir' }) })
    .click();
  await page.waitForURL('**/spaces/youth?sort=created');
});

test('signing in leads nowhere outside of these pages', async () => {
  const t = await wordsOf('en');
  const page = await stage.visit('/sign-in?next=//evil.example/x');
  await page
    .getByRole('button', { name: t('accounts.cast.become', { name: 'Amina Dahir' }) })
    .click();
  await page.getByRole('link', { name: t('app.nav.saved') }).waitFor();
  expect(new URL(page.url()).hostname).toBe('localhost');
});

test('on a wide page the context stands beside, and the skip link leads to the content', async () => {
  const t = await wordsOf('en');
  const page = await stage.visit('/spaces/youth', { as: readers.en });
  await page.getByRole('complementary').waitFor();
  expect(await page.getByRole('navigation', { name: t('app.nav.label') }).count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('#content h1:focus').count()).toBe(1);
});
