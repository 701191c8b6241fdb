import type { Sharing, SpaceAccess, SpaceView, ThreadView } from '@counterpart/contract';

const strictness: Record<SpaceAccess, number> = { open: 0, restricted: 1, private: 2 };

/** Spaces a thread can be offered to: those in which one may admit or announce, at least as strict as its own. */
export function moveTargets(spaces: readonly SpaceView[], { space }: ThreadView): SpaceView[] {
  return spaces.filter(
    ({ id, access, can }) =>
      id !== space.id &&
      strictness[access] >= strictness[space.access] &&
      (can.includes('admit') || can.includes('announce')),
  );
}

/** The label a thread has after a move: its own where the space offers it, else the space's. */
export function sharingAfterMove(sharing: Sharing, target: SpaceView): Sharing {
  return target.sharing.includes(sharing) ? sharing : 'space';
}
