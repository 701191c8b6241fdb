import type { Page } from 'playwright-core';
import { atMost, type Figure, type Measure } from '../measure.ts';
import { type Slowness, slowDown, startBrowser } from '../stage/browser.ts';
import { withScene } from '../stage/scene.ts';

const shown = 500;
const mostMs = 200;
const slowProcessor: Slowness = { down: 100_000, up: 100_000, roundTripMs: 0, processor: 4 };

/** Scrolls down until so many posts stand on the page. */
async function showAll(page: Page): Promise<void> {
  const articles = page.locator('article[data-seq]');
  await articles.first().waitFor();
  for (let count = await articles.count(); count < shown; count = await articles.count()) {
    await articles.nth(count - 1).scrollIntoViewIfNeeded();
    await articles.nth(count).waitFor({ state: 'attached' });
  }
}

/** Notes how long each press of a key or a pointer takes until the next paint. */
function noteInteractions(): void {
  const durations: number[] = [];
  Object.assign(window, { durations });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0)
        durations.push(entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** The longest since this was last asked, in ms; below 16 the browser tells nothing. */
async function longest(page: Page): Promise<number> {
  // Told after the next paint but one at the latest.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))),
  );
  return page.evaluate(() => {
    const { durations } = window as unknown as { durations: number[] };
    return Math.max(16, ...durations.splice(0));
  });
}

async function interact(page: Page): Promise<Figure[]> {
  const figures: Figure[] = [];
  const measured = async (what: string, act: () => Promise<void>) => {
    await act();
    figures.push(atMost(what, await longest(page), 'ms', mostMs));
  };
  const post = page.locator('article[data-seq]').nth(shown / 2);
  await post.scrollIntoViewIfNeeded();
  await longest(page);
  await measured('the menu of a post opens', () =>
    post.locator('button[aria-haspopup="menu"]').first().click(),
  );
  await measured('and closes', () => page.keyboard.press('Escape'));
  await measured('a reaction is given', () => post.locator('button[aria-pressed]').first().click());
  const composer = page.locator('form textarea').last();
  await measured('the place to write is taken', () => composer.click());
  await measured('forty letters are typed', () =>
    composer.pressSequentially('We asked the neighbours after one winter.', { delay: 30 }),
  );
  return figures;
}

export const interaction: Measure = {
  name: 'interaction',
  title: 'Using a page of five hundred posts',
  run: () =>
    withScene({ readers: 3 }, async ({ network, product, readers }) => {
      const browser = await startBrowser(product);
      try {
        const [reader] = readers;
        if (reader === undefined) throw new Error('Nobody is signed in.');
        const { page } = await browser.visit(reader);
        page.setDefaultTimeout(60_000);
        await page.addInitScript(noteInteractions);
        await page.goto(`${product.origin}/threads/${network.places.largestThread}?from=1`);
        await showAll(page);
        await slowDown(await page.context().newCDPSession(page), slowProcessor);
        return {
          how: `A member on a telephone (390 px) has ${shown} posts of a thread on one page and uses it, with a processor four times slower. Each figure is the longest time from a press to the next paint (Event Timing).`,
          figures: await interact(page),
          notes: ['The browser tells of nothing below 16 ms, and rounds to 8 ms.'],
        };
      } finally {
        await browser.close();
      }
    }),
};
