// Lets the pages open without a network: the neutral shell and the files of the build, nothing else.
// Answers of the API and documents with somebody's data never pass through here into a cache.

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface PageMessage extends LastingEvent {
  readonly data: unknown;
}

interface Worker {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const cacheName = 'counterpart-shell';
const shellPath = '/shell.html';
/** Which files the pages are made of, beside those that they have in common. */
const pagesPath = '/pages.json';
const refreshMs = 3_600_000;
/** More files than a few builds have. */
const mostFiles = 400;
let refreshedAt = 0;

function assetsIn(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
}

async function keepFile(cache: Cache, path: string): Promise<void> {
  if (!(await cache.match(path))) await cache.add(path);
}

/** The shell goes in last, so that it never names a file that is not there. */
async function refreshShell(): Promise<void> {
  const [cache, answer] = await Promise.all([caches.open(cacheName), fetch(shellPath)]);
  if (!answer.ok) return;
  const html = await answer.clone().text();
  await Promise.all(assetsIn(html).map((path) => keepFile(cache, path)));
  await cache.put(shellPath, answer);
  refreshedAt = Date.now();
  const files = await cache.keys();
  const oldest = files.slice(0, Math.max(0, files.length - mostFiles));
  await Promise.all(oldest.map((request) => cache.delete(request)));
}

async function pageFiles(): Promise<string[]> {
  const answer = await fetch(pagesPath);
  return answer.ok ? ((await answer.json()) as string[]) : [];
}

/** One after the other: whoever reads meanwhile comes first. */
async function keepFiles({ files, pages }: { files: string[]; pages: boolean }): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = [...files, ...(pages ? await pageFiles() : [])];
  for (const path of wanted) await keepFile(cache, path);
}

async function openPage(event: FetchEvent): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    if (Date.now() - refreshedAt > refreshMs)
      event.waitUntil(refreshShell().catch(() => undefined));
    return answer;
  } catch (error) {
    const shell = await caches.match(shellPath);
    if (shell) return shell;
    throw error;
  }
}

/** Names of these files change with their content, so what is kept is right for ever. */
async function openFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([refreshShell(), worker.skipWaiting()]));
});

// Sent by lib/offline-shell.ts when a page is at rest.
worker.addEventListener('message', (event) => {
  const wanted = event.data as Parameters<typeof keepFiles>[0];
  event.waitUntil(keepFiles(wanted).catch(() => undefined));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(openFile(request));
  // The API's own page and files are no pages of the client.
  else if (request.mode === 'navigate' && !/^\/(api|health|dev)(\/|$)/.test(pathname))
    event.respondWith(openPage(event));
});
