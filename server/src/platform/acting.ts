import type { Acting } from '@counterpart/db';
import type { Actor } from './actor.ts';

/** The actor as the transaction's events name them. */
export function acting(actor: Actor): Acting {
  return { memberId: actor.memberId, mutation: actor.mutation ?? null };
}
