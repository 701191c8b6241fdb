import { kilobytes, type Received, scriptsBeforeShown } from '../../../web/e2e/support/received.ts';
import { atMost, type Figure, type Measure } from '../measure.ts';
import {
  firstContentfulPaint,
  largestContentfulPaint,
  type StartedBrowser,
  slow4G,
  startBrowser,
  thinLine,
} from '../stage/browser.ts';
import type { Product, Reader } from '../stage/product.ts';
import { withScene } from '../stage/scene.ts';

/** The budgets of the product, in kB of 1000 bytes as they come over the line. */
const budget = {
  documentAndStyle: 40,
  scripts: 150,
  all: { latin: 260, arabic: 350 },
  requests: 20,
  warm: 25,
  largestPaintMs: 2_500,
  readableMs: 8_000,
} as const;

/** The first members of a bench network read these languages, in this order. */
const languages = ['English', 'French', 'Arabic'] as const;

const ofType = (received: readonly Received[], ...types: string[]) =>
  received.filter(({ type }) => types.includes(type));

interface Task {
  browser: StartedBrowser;
  product: Product;
  path: string;
}

/** Loads the page with an empty cache and then once more, until nothing more comes. */
async function coldAndWarm({ browser, product, path }: Task, reader: Reader) {
  const { page, received, close } = await browser.visit(reader);
  const complete = async () => {
    await page.locator('form textarea').last().waitFor();
    await page.waitForLoadState('networkidle');
  };
  await page.goto(`${product.origin}${path}`);
  await complete();
  const cold = [...received];
  const paint = await firstContentfulPaint(page);
  const early = await scriptsBeforeShown(page);
  received.length = 0;
  await page.reload();
  await complete();
  const warm = [...received];
  const warmPaint = await firstContentfulPaint(page);
  await close();
  return { cold, early, paint, warm, warmPaint };
}

/** When the page was largely painted on a slow telephone, and when its posts could be read on a thin line. */
async function onSlowLines({ browser, product, path }: Task, reader: Reader) {
  const telephone = await browser.visit(reader, slow4G);
  await telephone.page.goto(`${product.origin}${path}`);
  await telephone.page.locator('form textarea').last().waitFor();
  const largest = await largestContentfulPaint(telephone.page);
  await telephone.close();
  const thin = await browser.visit(reader, thinLine);
  await thin.page.goto(`${product.origin}${path}`, { waitUntil: 'commit' });
  await thin.page.locator('article').first().waitFor({ timeout: 60_000 });
  const readable = await thin.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first === undefined) return;
          observer.disconnect();
          resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await thin.close();
  return { largest, readable };
}

async function figuresIn(task: Task, language: string, reader: Reader): Promise<Figure[]> {
  const { cold: all, early, paint, warm, warmPaint } = await coldAndWarm(task, reader);
  const isOther = ({ type, url }: Received) => type === 'Font' && url.includes('cyrillic');
  const cold = all.filter((one) => !isOther(one));
  const { largest, readable } = await onSlowLines(task, reader);
  const isArabic = cold.some(({ url, type }) => type === 'Font' && url.includes('arabic'));
  const document = ofType(cold, 'Document', 'Stylesheet');
  const most = isArabic ? budget.all.arabic : budget.all.latin;
  const say = (what: string) => `${language}: ${what}`;
  return [
    atMost(say('requests, cold'), cold.length, '', budget.requests),
    atMost(say('over the line, cold'), kilobytes(cold), 'kB', most),
    atMost(say('of it document and style'), kilobytes(document), 'kB', budget.documentAndStyle),
    atMost(
      say('JavaScript before posts can be used'),
      kilobytes(cold.filter(({ url }) => early.has(url))),
      'kB',
      budget.scripts,
    ),
    { what: say('all JavaScript'), value: kilobytes(ofType(cold, 'Script')), unit: 'kB' },
    {
      what: say('more for names in Cyrillic letters'),
      value: kilobytes(all.filter(isOther)),
      unit: 'kB',
    },
    { what: say('first contentful paint, cold'), value: paint, unit: 'ms' },
    { what: say('requests, warm'), value: warm.length, unit: '' },
    atMost(say('over the line, warm'), kilobytes(warm), 'kB', budget.warm),
    { what: say('first contentful paint, warm'), value: warmPaint, unit: 'ms' },
    atMost(
      say('largest contentful paint on slow 4G, processor four times slower'),
      largest,
      'ms',
      budget.largestPaintMs,
    ),
    atMost(say('posts can be read at 50 kbit/s'), readable, 'ms', budget.readableMs),
  ];
}

export const pageLoad: Measure = {
  name: 'page-load',
  title: 'Loading the page of a thread in a browser',
  run: () =>
    withScene({ readers: languages.length }, async ({ network, product, readers }) => {
      const browser = await startBrowser(product);
      const task = { browser, product, path: `/threads/${network.places.ordinaryThread}` };
      try {
        const figures: Figure[] = [];
        for (const [index, reader] of readers.entries()) {
          figures.push(...(await figuresIn(task, languages[index] ?? '', reader)));
        }
        return {
          how: 'A member on a telephone (390 px) opens an ordinary thread in Chromium: with an empty cache, and again. Everything is counted until nothing more comes, with headers, as the built server sends it over HTTP/1.1 without a proxy.',
          figures,
          notes: [
            'Names of members may be in Cyrillic letters, for which no budget was set: these fonts are told by themselves.',
            'Slow 4G is 1.6 Mbit/s and 150 ms there and back; the line of 50 kbit/s has 300 ms. Posts can be read with the first contentful paint: they stand in the document.',
            'Posts of the bench network are in three languages, so Arabic letters may be on each page.',
            'For orientation, NodeBB 4.15 for a member: 49 requests, 708 kB, of it 212 kB JavaScript.',
          ],
        };
      } finally {
        await browser.close();
      }
    }),
};
