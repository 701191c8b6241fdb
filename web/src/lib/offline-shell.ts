interface Line {
  saveData?: boolean;
  effectiveType?: string;
}

/** Where each byte counts, a page is kept when it is opened, and no other. */
function isThrifty(): boolean {
  const line = 'connection' in navigator ? (navigator.connection as Line) : {};
  return line.saveData === true || (line.effectiveType ?? '4g') !== '4g';
}

const atRest = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 2_000);
  });

/** What this page was made of, and has already come over the line. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
}

async function keepPages(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  await atRest();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  active?.postMessage({ files: loadedFiles(), pages: !isThrifty() });
}

let isKept = false;

/** From now on pages open without a network too, also those not opened yet. Only built pages have the worker. */
export function keepShell(): void {
  if (isKept || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  isKept = true;
  // A browser that refuses it (private window, no TLS) goes on without.
  keepPages().catch(() => undefined);
}
