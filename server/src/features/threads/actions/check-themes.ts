import type { Tx } from '@counterpart/db';
import { theme } from '@counterpart/db/schema';
import { inArray } from 'drizzle-orm';
import { Refusal } from '../../../platform/refusal.ts';

/** The themes without repeats; refuses those the network does not have. */
export async function checkThemes(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return [];
  const known = await tx.orm.select().from(theme).where(inArray(theme.slug, wanted));
  if (known.length < wanted.length) {
    throw new Refusal('invalid-request', { fields: [{ path: 'themes', reason: 'unknown' }] });
  }
  return wanted;
}
