import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../../../web/e2e/support/browser.ts';
import { noteReceived, noteShown, type Received } from '../../../web/e2e/support/received.ts';
import type { Product, Reader } from './product.ts';

/** A line and a processor as slow as this; each side of the line in kbit/s. */
export interface Slowness {
  down: number;
  up: number;
  roundTripMs: number;
  processor: number;
}

/** As Lighthouse imitates them. */
export const slow4G: Slowness = { down: 1638, up: 750, roundTripMs: 150, processor: 4 };
/** A line of 50 kbit/s. */
export const thinLine: Slowness = { down: 50, up: 50, roundTripMs: 300, processor: 1 };

/** A page of somebody who was never here before. */
export interface FreshPage {
  page: Page;
  received: Received[];
  close(): Promise<void>;
}

/** Slows a page down from now on. */
export async function slowDown(session: CDPSession, slowness: Slowness): Promise<void> {
  const { down, up, roundTripMs, processor } = slowness;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: (down * 1000) / 8,
    uploadThroughput: (up * 1000) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor });
}

async function signedIn(
  browser: Browser,
  { origin }: Product,
  { cookie }: Reader,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

/** Opens a browser; `visit` gives a page of a reader with an empty cache, on a telephone. */
export async function startBrowser(product: Product) {
  const browser = await openBrowser(await findBrowser());
  return {
    async visit(reader: Reader, slowness?: Slowness): Promise<FreshPage> {
      const context = await signedIn(browser, product, reader);
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const received = await noteReceived(session);
      await page.addInitScript(noteShown);
      if (slowness) await slowDown(session, slowness);
      return { page, received, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

export type StartedBrowser = Awaited<ReturnType<typeof startBrowser>>;

/** When the browser first painted something of the page, in ms from the start of its loading. */
export function firstContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
}

/** When the largest part of what is seen first was painted, likewise. */
export function largestContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}
