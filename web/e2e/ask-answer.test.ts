// The main job: somebody asks, a peer elsewhere answers, and nobody has to load a page again.
import { randomUUID } from 'node:crypto';
import type { Locale } from '@counterpart/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStage } from './support/stage.ts';
import { expectTexts, shownPosts, threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();

const pairs = {
  en: { mayor: 'Nomvula Mahlasela', practitioner: 'Marta Lindqvist' },
  fr: { mayor: 'Ousmane Ba', practitioner: 'Solène Mattéi' },
  ar: { mayor: 'ليلى المنصوري', practitioner: 'سلوى الجربوعي' },
} as const;

const said = {
  en: {
    space: 'Youth',
    question: 'How do you win back a square after dark?',
    body: 'People walk **around** it. We have lamps, and nobody stays.',
    answer: 'We began with chairs: a café that may open until ten, and two mediators.',
  },
  fr: {
    space: 'Jeunesse',
    question: 'Comment redonner vie à une place le soir ?',
    body: 'Les habitants la **contournent**. Il y a des lampadaires, et personne ne reste.',
    answer: 'Nous avons commencé par des chaises : un café ouvert jusqu’à dix heures.',
  },
  ar: {
    space: 'الشباب',
    question: 'كيف تعيدون الحياة إلى ساحة بعد الغروب؟',
    body: 'الناس **يتجنّبونها**. الإنارة موجودة ولا أحد يبقى.',
    answer: 'بدأنا بالكراسي: مقهى يُسمح له بالعمل حتى العاشرة، ووسيطان في الساحة.',
  },
} as const;

/** Fills in the form as a newcomer would: from top to bottom. */
async function ask(page: Page, locale: Locale, title: string): Promise<void> {
  const t = await wordsOf(locale);
  const words = said[locale];
  const main = page.getByRole('main');
  const discard = main.getByRole('button', { name: t('ask.draft.discard') });
  await main.getByLabel(t('ask.titleField')).fill(title);
  await main.getByRole('textbox', { name: t('ask.body') }).fill(words.body);
  await main
    .getByRole('group', { name: t('ask.space') })
    .getByRole('radio', { name: new RegExp(`^${words.space}`) })
    .check();
  await discard.waitFor();
  await main.getByRole('button', { name: t('ask.submit.question'), exact: true }).click();
  await page.waitForURL(/\/threads\/\d+$/);
}

const walks = (['en', 'fr', 'ar'] as const).flatMap((locale) => [
  { locale, width: 'wide', other: 'narrow' } as const,
  { locale, width: 'narrow', other: 'wide' } as const,
]);

test.each(walks)('a question finds its answer in $locale, asked $width', async (walk) => {
  const { locale, width, other } = walk;
  const { mayor, practitioner } = pairs[locale];
  const title = `${said[locale].question} ${randomUUID().slice(0, 8)}`;
  const theirs = await stage.visit('/threads?sort=created', {
    as: practitioner,
    locale,
    width: other,
  });
  await theirs.getByRole('main').getByRole('listitem').first().waitFor();

  const mine = await stage.visit('/', { as: mayor, locale, width });
  const t = await wordsOf(locale);
  const navigation = mine.getByRole('navigation', { name: t('app.nav.label') });
  const toAsk = t(width === 'wide' ? 'app.nav.ask' : 'app.nav.askShort');
  await navigation.getByRole('link', { name: toAsk, exact: true }).click();
  await mine.waitForURL('**/ask');
  await ask(mine, locale, title);
  const asked = await threadPage(mine, locale);
  await mine.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await asked.body(1).locator('strong').count()).toBe(1);

  await theirs.getByRole('link', { name: title }).click();
  const answered = await threadPage(theirs, locale);
  await answered.body(1).waitFor();
  await answered.answer(said[locale].answer);
  await answered.body(2).getByText(said[locale].answer).waitFor();

  await asked.body(2).getByText(said[locale].answer).waitFor();
  for (const page of [mine, theirs]) {
    expect((await shownPosts(page)).map(({ seq }) => seq)).toEqual([1, 2]);
    // What waited to be sent goes once it is there.
    await expect.poll(() => page.getByText(said[locale].answer).count()).toBe(1);
  }
  const asLoaded = (await shownPosts(mine)).map(({ text }) => text);
  await mine.reload();
  await expectTexts(mine, asLoaded);
  expect(await asked.composer.inputValue()).toBe('');
});
