// Parts of the pages that are loaded when they are needed: a page of its own, the place to write, a dialog.

const missing = new WeakSet<object>();

/**
 * Notes which failures are parts that could not be loaded: there is no line, or the server has a newer
 * build without them. The browser remembers the failure, so that only loading the page again helps.
 */
export function watchParts(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    missing.add(payload);
    // By its usual words the router would know it, and load the page again, line or no line.
    payload.message = `A part of the pages is missing. ${payload.message}`;
  });
}

export function isPartMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && missing.has(error);
}

const loadedAgain = 'loaded-again-for';
/** A part that is missing again so soon after the page was loaded is not to be had. */
const soonMs = 60_000;

/** Loads the page again, never in a circle: false when that has just been done here. */
export function loadAgain(): boolean {
  const [path, at] = (sessionStorage.getItem(loadedAgain) ?? '').split(' ');
  if (path === location.pathname && Date.now() - Number(at) < soonMs) return false;
  sessionStorage.setItem(loadedAgain, `${location.pathname} ${Date.now()}`);
  location.reload();
  return true;
}
