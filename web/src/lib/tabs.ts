const start = 'counterpart-tab:';

/** The name of this tab, the same after a reload. */
export function thisTab(): string {
  const known = sessionStorage.getItem('tab');
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem('tab', made);
  return made;
}

let isHeld = false;

/** Lets the other tabs know that this one is there, until it is closed in whatever way. */
export function holdTab(): void {
  if (isHeld || !('locks' in navigator)) return;
  isHeld = true;
  navigator.locks
    .request(start + thisTab(), () => new Promise(() => undefined))
    .catch(() => undefined);
}

/** The tabs of this browser that are open; undefined where that is not known, as on addresses without TLS. */
export async function livingTabs(): Promise<Set<string> | undefined> {
  if (!('locks' in navigator)) return undefined;
  const { held = [], pending = [] } = await navigator.locks.query();
  const names = [...held, ...pending].map(({ name = '' }) => name);
  return new Set(
    names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)),
  );
}
