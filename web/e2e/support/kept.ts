import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Until the worker has put away the pages that were not opened yet. */
export async function untilKept(page: Page): Promise<void> {
  const list = await page.evaluate(
    async () => (await (await fetch('/pages.json')).json()) as string[],
  );
  const missing = () =>
    page.evaluate(async (files) => {
      const cache = await caches.open('counterpart-shell');
      const found = await Promise.all(files.map((path) => cache.match(path)));
      return found.filter((file) => file === undefined).length;
    }, list);
  await expect.poll(missing, { timeout: 20_000 }).toBe(0);
}
