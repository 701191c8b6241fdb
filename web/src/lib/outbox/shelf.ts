import type { OutboxEntry, OutboxStore } from './store.ts';

/** The entries of the member who is signed in, as the store has them and as pages show them. */
export function createShelf(store: OutboxStore, tellOthers: () => void) {
  const listeners = new Set<() => void>();
  let member: number | undefined;
  let entries: readonly OutboxEntry[] = [];

  /** Reads again what another page may have changed. */
  async function look(): Promise<readonly OutboxEntry[]> {
    const whose = member;
    const found = whose === undefined ? [] : await store.all(whose);
    if (whose !== member) return [];
    entries = found;
    for (const listener of listeners) listener();
    return entries;
  }

  async function changed(): Promise<void> {
    await look();
    tellOthers();
  }

  return {
    look,
    entries: () => entries,
    member: () => member,

    async open(next: number | undefined): Promise<void> {
      member = next;
      await look();
    },

    async find(clientKey: string): Promise<OutboxEntry | undefined> {
      return (await look()).find((entry) => entry.clientKey === clientKey);
    },

    async keep(entry: OutboxEntry): Promise<void> {
      await store.put(entry);
      await changed();
    },

    async drop(clientKey: string): Promise<void> {
      await store.remove(clientKey);
      await changed();
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Shelf = ReturnType<typeof createShelf>;
