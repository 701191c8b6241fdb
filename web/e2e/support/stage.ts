import { AxeBuilder } from '@axe-core/playwright';
import type { Locale } from '@counterpart/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openBrowser } from './browser.ts';

/** `least` is what people have who read on the smallest telephone, or enlarge a page four times. */
export const widths = { wide: 1280, narrow: 390, least: 320 } as const;

export interface Visit {
  /** A name of the cast, such as "Amina Dahir"; nobody is signed in without it. */
  as?: string;
  /** For someone who is not signed in; members read the pages in their own language. */
  locale?: Locale;
  width?: keyof typeof widths;
  theme?: 'light' | 'dark';
  /** Another port than the product's own: a line that can be cut. */
  port?: number;
  /** Without the content security policy: the second wall is taken away to look at the first. */
  bypassCSP?: boolean;
  javaScriptEnabled?: boolean;
  /** As in a browser that keeps no pages for reading offline. */
  withoutWorker?: boolean;
  /** Sees the page before it goes anywhere. */
  before?: (page: Page) => Promise<void> | void;
}

interface CastMember {
  id: number;
  name: string;
}

/** How the browser tells that a request was refused or its line lost; the last is of the service worker. */
const told = /Failed to load resource|WebSocket|net::|error occurred when fetching the script/;

/** What went wrong on a page without a test asking for it. */
function watch(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy/i.test(text)) troubles.push(`policy: ${text}`);
    // Refusals and lost connections are for a test to look for; the browser tells them as errors.
    else if (message.type() === 'error' && !told.test(text)) troubles.push(`console: ${text}`);
  });
}

/** Tests of other files use the same people at the same time: nobody's language is ever changed. */
async function become(context: BrowserContext, base: string, name: string): Promise<void> {
  const cast = await context.request.get(`${base}/api/demo/cast`);
  const { items } = (await cast.json()) as { items: CastMember[] };
  const person = items.find((member) => member.name === name);
  if (person === undefined) throw new Error(`The cast has no ${name}.`);
  const answer = await context.request.post(`${base}/api/demo/session`, {
    data: { memberId: person.id },
    headers: { origin: base },
  });
  expect(answer.status()).toBe(200);
}

/**
 * A browser for the tests of one file. Every test fails on a script error or a violation of the
 * content security policy, whatever it looks for.
 */
export function useStage() {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser(inject('browser'));
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  /** Opens a window of its own, with cookies of its own, at a path. */
  async function visit(path: string, options: Visit = {}): Promise<Page> {
    const { as, locale = 'en', width = 'wide', theme = 'light', port = inject('port') } = options;
    const { bypassCSP = false, javaScriptEnabled = true, withoutWorker = false } = options;
    const base = `http://localhost:${port}`;
    const context = await browser.newContext({
      baseURL: base,
      locale,
      colorScheme: theme,
      viewport: { width: widths[width], height: width === 'wide' ? 900 : 844 },
      hasTouch: width !== 'wide',
      reducedMotion: 'reduce',
      bypassCSP,
      javaScriptEnabled,
      serviceWorkers: withoutWorker ? 'block' : 'allow',
    });
    contexts.push(context);
    if (as !== undefined) await become(context, base, as);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    watch(page, troubles);
    await options.before?.(page);
    await page.goto(path);
    return page;
  }

  return { visit };
}

/** axe finds nothing against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
  expect(found).toEqual([]);
}

/** Nothing reaches over the edge of the page. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}
