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

/** The row of a creating write; not new when an earlier request of the same key has made it. */
export interface Made {
  id: number;
  isNew: boolean;
}

/**
 * Does a creating write once and gives its row. A unique constraint on the author's keys lets one
 * write: a retry fails there, or at whatever stands in its way since the first time, and gets the row that
 * `find` then finds; the same key with another request is refused.
 */
export async function once(
  hash: string,
  find: () => Promise<Stored | undefined>,
  write: () => Promise<number>,
): Promise<Made> {
  try {
    return { id: await write(), isNew: true };
  } catch (error) {
    const stored = await find().catch(() => undefined);
    if (stored?.clientHash === hash) return { id: stored.id, isNew: false };
    // Not found in its own table, the key was used for a row of another one in the same write.
    const isUsed = stored !== undefined || clientKeys.some((name) => isDuplicate(error, name));
    throw isUsed ? new Refusal('client-key-reused') : error;
  }
}
