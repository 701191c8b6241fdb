import { createHash } from 'node:crypto';
import { isDuplicate } from '@counterpart/db';
import { Refusal } from './refusal.ts';

/** What a request asks for, as one value: a retry with the same key must ask for the same. */
export function requestHash(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}

/** The unique constraints that hold a key to one row per author and table. */
const clientKeys = ['thread_client_key', 'post_client_key'];

interface Stored {
  id: number;
  clientHash: string | null;
}

/**
 * Does a creating write once and gives the id of its row. `find` looks for the row that this key made
 * before; a retry gets that row, the same key with another request is refused. Two at once: the
 * unique constraint lets one write, the other then finds it.
 */
export async function once(
  hash: string,
  find: () => Promise<Stored | undefined>,
  write: () => Promise<number>,
): Promise<number> {
  const sameAs = (stored: Stored | undefined): number => {
    if (stored?.clientHash !== hash) throw new Refusal('client-key-reused');
    return stored.id;
  };
  const earlier = await find();
  if (earlier !== undefined) return sameAs(earlier);
  try {
    return await write();
  } catch (error) {
    // Not found in its own table, the key was used for a row of another one in the same write.
    if (clientKeys.some((name) => isDuplicate(error, name))) return sameAs(await find());
    throw error;
  }
}
