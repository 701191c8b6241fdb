import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createMemoryStore, type OutboxStore, type Stored, withSpare } from './store.ts';

interface Schema extends DBSchema {
  entry: { key: string; value: Stored; indexes: { member: [number, number] } };
}

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>('counterpart-outbox', 1, {
    upgrade(created) {
      const entries = created.createObjectStore('entry', { keyPath: 'clientKey' });
      entries.createIndex('member', ['member', 'createdAt']);
    },
    // Signing out removes the database; an open one would hold that up.
    blocking: () => database.close(),
  });
  return database;
}

function storeIn(database: IDBPDatabase<Schema>): OutboxStore {
  return {
    all: (member) =>
      database.getAllFromIndex(
        'entry',
        'member',
        IDBKeyRange.bound([member, 0], [member, Number.MAX_SAFE_INTEGER]),
      ),
    put: async (entry) => void (await database.put('entry', entry)),
    async change(clientKey, to) {
      const { store, done } = database.transaction('entry', 'readwrite');
      const stored = await store.get(clientKey);
      const next = stored && to(stored);
      if (next) await store.put(next);
      else if (stored) await store.delete(clientKey);
      await done;
      return stored;
    },
  };
}

/** What the browser will not keep (no room, private window, signed out) is kept as long as the page. */
export async function openStore(): Promise<OutboxStore> {
  const memory = createMemoryStore();
  const database = await openDatabase().catch(() => undefined);
  return database ? withSpare(storeIn(database), memory) : memory;
}
