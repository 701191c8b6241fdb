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

/** Whether a thread lies on the device. Looks, and makes no database where the page has not made one yet. */
export function isKept(page: Page, id: number): Promise<boolean> {
  return page.evaluate(async (thread) => {
    const name = 'counterpart-kept';
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return false;
    return new Promise<boolean>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const asked = database.transaction('thread').objectStore('thread').get(thread);
        asked.addEventListener('success', () => {
          database.close();
          resolve(asked.result !== undefined);
        });
      });
    });
  }, id);
}
