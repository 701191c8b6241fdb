import { useSyncExternalStore } from 'react';

export interface Connection {
  /** `caught-up` once after a gap, when everything missed has been read. */
  state: 'live' | 'connecting' | 'offline' | 'caught-up';
  /** Posts in the outbox. */
  waiting: number;
  /** Posts in the outbox that were refused: they go nowhere until the member does something. */
  failed: number;
}

let connection: Connection = { state: 'live', waiting: 0, failed: 0 };
const listeners = new Set<() => void>();

/** Told by the live connection and the outbox. */
export function setConnection(change: Partial<Connection>): void {
  connection = { ...connection, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}
