import { openChannel } from '../channel.ts';

const name = 'counterpart-outbox';

/**
 * Runs while no other page of this browser does. Web locks are missing on addresses without TLS; there
 * two pages may send the same writing, and its key makes it appear once.
 */
export function createAlone() {
  let last: Promise<unknown> = Promise.resolve();
  return function alone<Result>(run: () => Promise<Result>): Promise<Result> {
    if ('locks' in navigator) return navigator.locks.request(name, run);
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Tells the other pages of this browser that something changed, and hears it from them. */
export function openPages(onChange: () => void): () => void {
  const tell = openChannel(name, (data) => (data === 'changed' ? data : undefined), onChange);
  return () => tell('changed');
}
