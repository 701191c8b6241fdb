// What a page costs those whose line is slow: what came over it, and what came before anything could be used.
import type { CDPSession, Page } from 'playwright-core';

/** What came over the line, in bytes with headers, and of which kind the browser says it is. */
export interface Received {
  url: string;
  type: string;
  bytes: number;
}

/** Notes what comes over the line from now on, by the protocol that developer tools use. */
export async function noteReceived(session: CDPSession): Promise<Received[]> {
  const received: Received[] = [];
  const asked = new Map<string, Omit<Received, 'bytes'>>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    asked.set(requestId, { url: request.url, type: type ?? 'Other' });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request) received.push({ ...request, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return received;
}

/** In kB of 1000 bytes. */
export const kilobytes = (received: readonly Received[]) =>
  received.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

/** For a page before it loads: marks when posts stand on it as something that can be used. */
export function noteShown(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('article[data-seq]')) return;
    performance.mark('posts-shown');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Addresses of the scripts that were asked for before posts could be used. */
export async function scriptsBeforeShown(page: Page): Promise<Set<string>> {
  const names = await page.evaluate(() => {
    const [shown] = performance.getEntriesByName('posts-shown');
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < (shown?.startTime ?? 0))
      .map(({ name }) => name);
  });
  return new Set(names);
}
