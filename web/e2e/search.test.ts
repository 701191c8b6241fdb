// Before one asks: what was said before is found, in the moment it is said, and only by those who may read it.
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { expectAccessible, expectNoOverflow, useStage } from './support/stage.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
const readers = { en: 'Hinemoa Tuhiwai', fr: 'Bastien Kerleguer', ar: 'زياد الحمامصي' } as const;
const reader = readers.en;

let writer: Person;
beforeAll(async () => {
  writer = await person('Sofia Kastrati');
});

/** In each language a title, a sentence, and a question that shares no form of a word with them but by its stem. */
const said = {
  en: {
    title: 'Glassblowers against loneliness',
    body: 'Our glassblowers opened a workshop beside the tram depot.',
    asked: 'glassblower workshops',
    marked: ['glassblowers', 'workshop'],
  },
  fr: {
    title: 'Des rémouleurs contre la solitude',
    body: 'Nos rémouleurs ont ouvert un atelier près du dépôt.',
    asked: 'remouleur ateliers',
    marked: ['rémouleurs', 'atelier'],
  },
  ar: {
    title: 'الخزّافون في مواجهة العزلة',
    body: 'فتح الخزّافون مشغلًا قرب محطة الترام.',
    asked: 'محطات خزافون',
    marked: ['الخزّافون', 'محطة'],
  },
} as const;

describe.each(['en', 'fr', 'ar'] as const)('in %s', (locale) => {
  test.each(['wide', 'narrow'] as const)(
    'what was just written is found and marked, %s',
    async (width) => {
      const t = await wordsOf(locale);
      const { title, body, asked, marked } = said[locale];
      const { thread } = await ask(writer, { space: 'youth', title, body });
      const page = await stage.visit('/search', { as: readers[locale], locale, width });
      const field = page.getByRole('searchbox', { name: t('search.field') });
      await field.fill(asked);
      const link = page.locator(`a[href^="/threads/${thread.id}/"]`);
      const snippet = page.locator('main li', { has: link }).locator('p mark');
      await snippet.first().waitFor();
      expect(await snippet.allTextContents()).toEqual(marked);
      await expectNoOverflow(page);
      await expectAccessible(page);
      expect(new URL(page.url()).searchParams.get('q')).toBe(asked);
      await link.click();
      await page.waitForURL(/\/threads\/\d+\/posts\/\d+$/);
      await page.locator('article', { hasText: body }).waitFor();
    },
  );
});

test('from any page by keyboard alone, and back again', async () => {
  const t = await wordsOf('en');
  const { thread } = await ask(writer, {
    space: 'youth',
    title: 'Beekeepers',
    body: 'Roof hives.',
  });
  await answer(writer, thread.id, 'The beekeepers taught twelve of them.');
  const page = await stage.visit('/threads', { as: reader });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: t('search.field') });
  await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.type('beekeepers');
  const first = page.locator(`main li a[href^="/threads/${thread.id}/"]`);
  await first.waitFor();
  await page.getByRole('link', { name: t('search.type.post'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => first.count()).toBe(2);
  expect(new URL(page.url()).searchParams.get('type')).toBe('post');
  await first.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await first.nth(1).evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/threads\/\d+\/posts\/\d+$/);
  await page.goBack();
  await expect.poll(() => first.count()).toBe(2);
  expect(await field.inputValue()).toBe('beekeepers');
  await page.goBack();
  await expect.poll(() => first.count()).toBe(1);
  await page.goBack();
  await page.waitForURL(/\/search$/);
  expect(await field.inputValue()).toBe('');
});

test('filters narrow it, stand in the address, and say how much they leave', async () => {
  const t = await wordsOf('en');
  const body = 'Cartwheels on the square, every Thursday.';
  await ask(writer, { space: 'youth', title: 'Cartwheels, asked', body });
  await ask(writer, { space: 'online-harms', title: 'Cartwheels elsewhere', body });
  const page = await stage.visit('/search?q=cartwheels', { as: reader });
  const total = (count: number) =>
    page.getByText(t('search.total.thread', { count }), { exact: true });
  await total(2).first().waitFor();
  const spaces = page.getByRole('combobox', { name: t('search.space') });
  await spaces.selectOption({ label: t('search.withCount', { name: 'Youth', count: 1 }) });
  await total(1).first().waitFor();
  expect(new URL(page.url()).searchParams.get('space')).not.toBeNull();
  await page.reload();
  await total(1).first().waitFor();
  await page.goBack();
  await total(2).first().waitFor();
});

test('what is taken back disappears from what is shown, without loading again', async () => {
  const t = await wordsOf('en');
  const { post } = await ask(writer, {
    space: 'youth',
    title: 'Kites',
    body: 'Paper kites, thirty of them.',
  });
  const page = await stage.visit('/search?q=kites', { as: reader });
  await page.getByRole('link', { name: 'Kites' }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await writer.call('deletePost', { params: { id: post.id } });
  await page.getByText(t('search.empty.title')).waitFor();
});

test('a question in one language finds another, says how, and does without at one press', async () => {
  const t = await wordsOf('fr');
  const { thread } = await ask(writer, {
    space: 'youth',
    title: 'ما الذي نجح عندكم؟',
    body: 'تعمل لجنة الأحياء على خطاب الكراهية في الملاعب.',
    language: 'ar',
  });
  const page = await stage.visit('/search?q=discours%20de%20haine', {
    as: readers.fr,
    locale: 'fr',
  });
  const link = page.locator(`main li a[href^="/threads/${thread.id}/"]`);
  await link.waitFor();
  await page.getByText('خطاب الكراهية', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: t('search.glossary.only') }).click();
  await page.getByText(t('search.glossary.without')).waitFor();
  await link.waitFor({ state: 'detached' });
  await page.goBack();
  await link.waitFor();
});

test('who asks what was asked before is shown it, and keeps what was typed', async () => {
  const t = await wordsOf('en');
  const title = 'Which wicker fences survive a carnival?';
  await ask(writer, { space: 'youth', title, body: 'Ours fell on the first night.' });
  const page = await stage.visit('/ask', { as: 'Memunatu Ziblim' });
  const field = page.getByLabel(t('ask.titleField'));
  await field.fill('Do wicker fences last through a carnival?');
  const similar = page.getByRole('region', { name: t('search.similar.title') });
  const link = similar.getByRole('link', { name: title });
  await link.waitFor();
  await expectAccessible(page);
  await page.getByText(t('ask.draft.saved')).waitFor();
  await link.click();
  await page.waitForURL(/\/threads\/\d+$/);
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('Do wicker fences last through a carnival?');
  await field.fill('Quokkas, wombats, echidnas?');
  await similar.waitFor({ state: 'detached' });
});
