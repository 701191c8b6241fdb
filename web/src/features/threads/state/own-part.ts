import type { PostVerb, ReactionKind, ThreadMine } from '@counterpart/contract';

/** What concerns the reader alone about one post. */
export interface OwnPart {
  /** I wrote it. */
  isMine: boolean;
  reactions: readonly ReactionKind[];
  kept: boolean;
  can: readonly PostVerb[];
}

export type OwnParts = ReadonlyMap<number, OwnPart>;

export const noPart: OwnPart = { isMine: false, reactions: [], kept: false, can: [] };

/** The reader's part of the post with this number, out of an answer. */
export function partOf(mine: ThreadMine, seq: number): OwnPart {
  return {
    isMine: mine.posts.includes(seq),
    reactions: mine.reactions[seq] ?? [],
    kept: mine.bookmarks.includes(seq),
    can: mine.can.posts[seq] ?? [],
  };
}

function isSame(a: OwnPart, b: OwnPart): boolean {
  return (
    a.isMine === b.isMine &&
    a.kept === b.kept &&
    a.reactions.join() === b.reactions.join() &&
    a.can.join() === b.can.join()
  );
}

/** Takes over the parts for these numbers; what has not changed stays the same object, so its post is not drawn again. */
export function withParts(old: OwnParts, mine: ThreadMine, seqs: Iterable<number>): OwnParts {
  const parts = new Map(old);
  for (const seq of seqs) {
    const before = old.get(seq);
    const now = partOf(mine, seq);
    if (!before || !isSame(before, now)) parts.set(seq, now);
  }
  return parts;
}
