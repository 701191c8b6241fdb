import { useSyncExternalStore } from 'react';

const minute = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
}

/** One clock for the whole page; it stands still when nothing on the page shows the time. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, minute);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since 1970, at the start of the present minute; must not change between two ticks. */
function now(): number {
  return Math.floor(Date.now() / minute) * minute;
}

/** The present, changing once a minute. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, now, now);
}
