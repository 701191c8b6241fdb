import type { Sharing } from '@counterpart/contract';
import type { Scope } from '@counterpart/db';

/** Where lists hear of a thread: all who read the space, or only those among whom it stays. */
export function listScope({ spaceId, sharing }: { spaceId: number; sharing: Sharing }): Scope {
  return sharing === 'network' ? `space:${spaceId}` : `joined:${spaceId}`;
}
