// Nothing is a blueprint: every page leads to where somebody speaks from.
import { describe, expect, test } from 'vitest';
import { person } from './support/people.ts';
import { expectAccessible, expectNoOverflow, useStage } from './support/stage.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();

const readers = { en: 'Ingrid Saavedra', fr: 'Solène Mattéi', ar: 'سلوى الجربوعي' } as const;
const named = {
  en: { city: 'Gothenburg', region: 'Europe', people: 'Marta Lindqvist' },
  fr: { city: 'Göteborg', region: 'Europe', people: 'Marta Lindqvist' },
  ar: { city: 'غوتنبرغ', region: 'أوروبا', people: 'Marta Lindqvist' },
} as const;

describe.each(['en', 'fr', 'ar'] as const)('in %s', (locale) => {
  test.each(['wide', 'narrow'] as const)(
    'the city of somebody who answered is one press away, with its context, %s',
    async (width) => {
      const t = await wordsOf(locale);
      const { city, region, people } = named[locale];
      const { id } = await person(people);
      const page = await stage.visit(`/members/${id}`, { as: readers[locale], locale, width });
      await page.getByRole('heading', { level: 1, name: people }).waitFor();
      await page.getByRole('main').getByRole('link', { name: city }).first().click();
      await page.getByRole('heading', { level: 1, name: city }).waitFor();
      const main = page.getByRole('main');
      await main.getByText(region, { exact: true }).first().waitFor();
      await main.getByRole('link', { name: t('institutions.source') }).waitFor();
      await main.getByRole('link', { name: people }).first().waitFor();
      await main.getByRole('heading', { name: t('institutions.started') }).waitFor();
      await expectNoOverflow(page);
      await expectAccessible(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    },
  );
});
