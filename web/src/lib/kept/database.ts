import type { SessionView } from '@counterpart/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { keptName } from './name.ts';
import type { KeptStore, KeptThread } from './shelf.ts';
import type { KeptSpaces, SpacesStore } from './spaces.ts';

interface Schema extends DBSchema {
  thread: { key: number; value: KeptThread };
  session: { key: 'current'; value: SessionView };
  spaces: { key: 'current'; value: KeptSpaces };
}

export interface KeptDatabase {
  threads: KeptStore;
  spaces: SpacesStore;
  /** Who read last, so that pages open as theirs without a network. */
  session: {
    get(): Promise<SessionView | undefined>;
    put(session: SessionView): Promise<void>;
    remove(): Promise<void>;
  };
}

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(keptName, 2, {
    upgrade(created, from) {
      if (from < 1) {
        created.createObjectStore('thread', { keyPath: 'id' });
        created.createObjectStore('session');
      }
      created.createObjectStore('spaces');
    },
    // Signing out removes the database; an open one would hold that up.
    blocking: () => database.close(),
  });
  return database;
}

function threadsIn(database: IDBPDatabase<Schema>): KeptStore {
  return {
    get: (id) => database.get('thread', id),
    all: () => database.getAll('thread'),
    put: async (thread) => void (await database.put('thread', thread)),
    remove: (id) => database.delete('thread', id),
  };
}

/** In the browser's database; rejects where the browser keeps none. */
export async function openKept(): Promise<KeptDatabase> {
  const database = await openDatabase();
  return {
    threads: threadsIn(database),
    spaces: {
      get: () => database.get('spaces', 'current'),
      put: async (spaces) => void (await database.put('spaces', spaces, 'current')),
      remove: () => database.delete('spaces', 'current'),
    },
    session: {
      get: () => database.get('session', 'current'),
      put: async (session) => void (await database.put('session', session, 'current')),
      remove: () => database.delete('session', 'current'),
    },
  };
}
