import type { OutboxEntry, OutboxStore, SentMark, Stored } from './store.ts';

function isMark(stored: Stored): stored is SentMark {
  return stored.state === 'sent';
}

/** The entries of the member who is signed in, as the store has them and as pages show them. */
export function createShelf(store: OutboxStore, tellOthers: () => void) {
  const listeners = new Set<() => void>();
  let member: number | undefined;
  let entries: readonly OutboxEntry[] = [];
  let marks: readonly SentMark[] = [];

  /** Reads again what another page may have changed. */
  async function look(): Promise<readonly OutboxEntry[]> {
    const whose = member;
    const found = whose === undefined ? [] : await store.all(whose);
    if (whose !== member) return [];
    entries = found.filter((stored) => !isMark(stored));
    marks = found.filter(isMark);
    for (const listener of listeners) listener();
    return entries;
  }

  async function changed(): Promise<void> {
    await look();
    tellOthers();
  }

  /** Undefined from `to` takes it out. Gives it as it was; undefined when it had been taken out before. */
  async function change(
    clientKey: string,
    to: (entry: OutboxEntry) => Stored | undefined,
  ): Promise<OutboxEntry | undefined> {
    const was = await store.change(clientKey, (stored) => (isMark(stored) ? stored : to(stored)));
    await changed();
    return was === undefined || isMark(was) ? undefined : was;
  }

  return {
    look,
    change,
    entries: () => entries,
    member: () => member,

    async open(next: number | undefined): Promise<void> {
      member = next;
      await look();
      // Whoever waited for these has gone, or learns it from the log.
      for (const { clientKey } of marks) await store.change(clientKey, () => undefined);
    },

    async find(clientKey: string): Promise<OutboxEntry | undefined> {
      return (await look()).find((entry) => entry.clientKey === clientKey);
    },

    async put(entry: OutboxEntry): Promise<void> {
      await store.put(entry);
      await changed();
    },

    /** Takes one out when it may be; gives it then. */
    async take(
      clientKey: string,
      may: (entry: OutboxEntry) => boolean = () => true,
    ): Promise<OutboxEntry | undefined> {
      const was = await change(clientKey, (entry) => (may(entry) ? undefined : entry));
      return was && may(was) ? was : undefined;
    },

    /** The server has it. Another page that waits for it finds a mark, once. */
    async sent(entry: OutboxEntry): Promise<void> {
      const { clientKey, createdAt } = entry;
      await change(clientKey, () => ({
        clientKey,
        member: entry.member,
        createdAt,
        state: 'sent',
      }));
    },
    async wasSent(clientKey: string): Promise<boolean> {
      const isSent = marks.some((mark) => mark.clientKey === clientKey);
      if (isSent) await store.change(clientKey, () => undefined);
      return isSent;
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Shelf = ReturnType<typeof createShelf>;
