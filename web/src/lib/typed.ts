// What is typed and not with the server yet, kept on this device until it is.
import { holdTab, livingTabs, thisTab } from './tabs.ts';

export type TypedStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

interface Kept {
  value: unknown;
  /** Milliseconds since 1970. */
  at: number;
}

interface Found extends Kept {
  name: string;
  place: string;
  tab: string;
}

/** Each tab keeps its own text of a place, so that two never write over each other. */
export function createTyped(storage: TypedStorage, own: string, now: () => number) {
  const start = (member: number) => `typed:${member}:`;
  const nameOf = (member: number, place: string) => `${start(member)}${place}:${own}`;

  function all(member: number): Found[] {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    return names
      .filter((name) => name.startsWith(start(member)))
      .map((name) => {
        const end = name.lastIndexOf(':');
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below
        const kept = JSON.parse(storage.getItem(name) ?? '{}') as Kept;
        const place = name.slice(start(member).length, end);
        return { name, place, tab: name.slice(end + 1), ...kept };
      });
  }

  function put(name: string, kept: Kept): void {
    try {
      storage.setItem(name, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing, or is full: the text still stands on the page.
    }
  }

  return {
    keep: (member: number, place: string, value: unknown) =>
      put(nameOf(member, place), { value, at: now() }),

    drop: (member: number, place: string) => storage.removeItem(nameOf(member, place)),

    /** What this tab has kept. Whoever kept it knows what it is. */
    read(member: number, place: string): unknown {
      return all(member).find((found) => found.place === place && found.tab === own)?.value;
    },

    has: (member: number, place: string) => storage.getItem(nameOf(member, place)) !== null,

    /** Takes over what closed tabs have left, the newest first; one that finds its place taken waits. */
    adopt(member: number, isAlive: (tab: string, at: number) => boolean): void {
      const found = all(member).toSorted((a, b) => b.at - a.at);
      const taken = new Set(found.filter(({ tab }) => tab === own).map(({ place }) => place));
      for (const { name, place, tab, value, at } of found) {
        if (taken.has(place) || isAlive(tab, at)) continue;
        taken.add(place);
        put(nameOf(member, place), { value, at });
        storage.removeItem(name);
      }
    },

    /** Where any tab has kept something. */
    places: (member: number): Set<string> => new Set(all(member).map(({ place }) => place)),
  };
}

/** Where a browser keeps nothing, it lasts as long as the page. */
export function createMemory(): TypedStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

function openStorage(): TypedStorage {
  try {
    return localStorage;
  } catch {
    return createMemory();
  }
}

let opened: ReturnType<typeof createTyped> | undefined;

/** Of this tab; signing out wipes it with all else. */
export function typed(): ReturnType<typeof createTyped> {
  opened ??= createTyped(openStorage(), thisTab(), Date.now);
  return opened;
}

/** The member has left this device: from now on nothing is kept longer than the page lasts. */
export function closeTyped(): void {
  opened = createTyped(createMemory(), thisTab(), Date.now);
}

/** Where tabs cannot be counted, a text that was left for so long is taken over from whoever has it. */
const longMs = 3_600_000;

/** Goes on where tabs of this member ended that are closed now. */
export async function openTyped(member: number): Promise<void> {
  holdTab();
  const living = await livingTabs();
  const since = Date.now() - longMs;
  typed().adopt(member, (tab, at) => (living ? living.has(tab) : at > since));
}
