const start = 'counterpart-tab:';

let own: string | undefined;

function storedName(made: string): string {
  try {
    const known = sessionStorage.getItem('tab') ?? made;
    sessionStorage.setItem('tab', known);
    return known;
  } catch {
    return made;
  }
}

/** The name of this tab, the same after a reload. */
export function thisTab(): string {
  own ??= storedName(crypto.randomUUID());
  return own;
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
  const none = { held: [], pending: [] };
  const { held = [], pending = [] } = await navigator.locks.query().catch(() => none);
  const names = [...held, ...pending].map(({ name = '' }) => name);
  return new Set(
    names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)),
  );
}
