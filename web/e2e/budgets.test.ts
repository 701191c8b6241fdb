// What the page of a thread may cost those whose line is slow: cold, warm, and before anything can be pressed.
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, person } from './support/people.ts';
import {
  kilobytes,
  noteReceived,
  noteShown,
  type Received,
  scriptsBeforeShown,
} from './support/received.ts';
import { useStage } from './support/stage.ts';

const stage = useStage();

/** In kB of 1000 bytes as they come over the line, headers included. */
const budget = {
  documentAndStyle: 40,
  scriptsBeforeReading: 150,
  fontsLatin: 50,
  fontsArabic: 100,
  all: { en: 260, fr: 260, ar: 350 },
  warm: 25,
  requests: 20,
} as const;

const said = {
  en: 'We began with chairs: a café that may open until ten, and two mediators on the square.',
  fr: 'Nous avons commencé par des chaises : un café ouvert jusqu’à dix heures, deux médiateurs.',
  ar: 'بدأنا بالكراسي: مقهى يُسمح له بالعمل حتى العاشرة، ووسيطان في الساحة.',
} as const;
const readers = { en: 'Hinemoa Tuhiwai', fr: 'Solène Mattéi', ar: 'زياد الحمامصي' } as const;
const threads: Record<string, number> = {};

beforeAll(async () => {
  const writer = await person('Marta Lindqvist');
  for (const [language, text] of Object.entries(said)) {
    const { thread } = await ask(writer, { space: 'youth', title: text, body: text, language });
    for (let at = 0; at < 12; at += 1) await answer(writer, thread.id, `${text} `.repeat(4));
    threads[language] = thread.id;
  }
});

describe.each(['en', 'fr', 'ar'] as const)('a thread in %s', (locale) => {
  test('is as light as was promised, cold and warm', async () => {
    let received: Received[] = [];
    const page = await stage.visit(`/threads/${threads[locale]}`, {
      as: readers[locale],
      locale,
      width: 'narrow',
      before: async (fresh) => {
        received = await noteReceived(await fresh.context().newCDPSession(fresh));
        await fresh.addInitScript(noteShown);
      },
    });
    await page.locator('form textarea').last().waitFor();
    await page.waitForLoadState('networkidle');
    const cold = [...received];
    const early = await scriptsBeforeShown(page);
    const of = (...types: string[]) => cold.filter(({ type }) => types.includes(type));
    const isArabicFont = ({ url }: Received) => url.includes('arabic');
    const fonts = of('Font');
    expect(early.size).toBeGreaterThan(2);
    expect(kilobytes(of('Document', 'Stylesheet'))).toBeLessThanOrEqual(budget.documentAndStyle);
    expect(kilobytes(cold.filter(({ url }) => early.has(url)))).toBeLessThanOrEqual(
      budget.scriptsBeforeReading,
    );
    expect(kilobytes(fonts.filter((font) => !isArabicFont(font)))).toBeLessThanOrEqual(
      budget.fontsLatin,
    );
    expect(kilobytes(fonts.filter(isArabicFont))).toBeLessThanOrEqual(
      locale === 'ar' ? budget.fontsArabic : 0,
    );
    expect(kilobytes(cold)).toBeLessThanOrEqual(budget.all[locale]);
    expect(cold.length).toBeLessThanOrEqual(budget.requests);

    received.length = 0;
    await page.reload();
    await page.locator('form textarea').last().waitFor();
    await page.waitForLoadState('networkidle');
    expect(kilobytes(received)).toBeLessThanOrEqual(budget.warm);
  });
});
