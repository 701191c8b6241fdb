/** From now on pages open without a network too. Only built pages have the worker. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // A browser that refuses it (private window, no TLS) goes on without.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
