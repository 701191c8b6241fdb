import { type DBSchema, openDB } from 'idb';
import type { KeptStore, KeptThread } from './shelf.ts';

interface Schema extends DBSchema {
  thread: { key: number; value: KeptThread };
}

/** In the browser's database; rejects where the browser keeps none. */
export async function openKeptStore(): Promise<KeptStore> {
  const database = await openDB<Schema>('counterpart-kept', 1, {
    upgrade: (created) => void created.createObjectStore('thread', { keyPath: 'id' }),
    // Signing out removes the database; an open one would hold that up.
    blocking: () => database.close(),
  });
  return {
    get: (id) => database.get('thread', id),
    all: () => database.getAll('thread'),
    put: async (thread) => void (await database.put('thread', thread)),
    remove: (id) => database.delete('thread', id),
  };
}
