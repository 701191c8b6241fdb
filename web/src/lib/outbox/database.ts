import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createMemoryStore, type OutboxEntry, type OutboxStore } from './store.ts';

interface Schema extends DBSchema {
  entry: { key: string; value: OutboxEntry; indexes: { member: [number, number] } };
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

/** The outbox in the browser's database; in memory where the browser keeps none. */
export async function openStore(): Promise<OutboxStore> {
  try {
    const database = await openDatabase();
    return {
      all: (member) =>
        database.getAllFromIndex(
          'entry',
          'member',
          IDBKeyRange.bound([member, 0], [member, Number.MAX_SAFE_INTEGER]),
        ),
      put: async (entry) => void (await database.put('entry', entry)),
      remove: (clientKey) => database.delete('entry', clientKey),
    };
  } catch {
    return createMemoryStore();
  }
}
