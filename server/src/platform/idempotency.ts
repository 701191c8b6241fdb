import { createHash } from 'node:crypto';
import { isDuplicate } from '@counterpart/db';
import { Refusal } from './refusal.ts';

/** What a request asks for, as one value: a retry with the same key must ask for the same. */
export function requestHash(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}

interface Stored {
  id: number;
  clientHash: string | null;
}

/**
 * Does a creating write once. `find` looks for the row that this key made before; a retry gets that
 * row, the same key with another request is refused. Two at once: the unique constraint lets one
 * write, the other then finds it.
 */
export async function once(
  { hash, constraint }: { hash: string; constraint: string },
  find: () => Promise<Stored | undefined>,
  write: () => Promise<number>,
): Promise<{ id: number; isNew: boolean }> {
  const sameAs = (stored: Stored) => {
    if (stored.clientHash !== hash) throw new Refusal('client-key-reused');
    return { id: stored.id, isNew: false };
  };
  const earlier = await find();
  if (earlier !== undefined) return sameAs(earlier);
  try {
    return { id: await write(), isNew: true };
  } catch (error) {
    if (!isDuplicate(error, constraint)) throw error;
    const other = await find();
    if (other === undefined) throw error;
    return sameAs(other);
  }
}
