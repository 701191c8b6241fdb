import { newId } from '@counterpart/db';
import type { StoredPost } from '../../threads/index.ts';
import type { Line } from './form.ts';

type PostLine = Line<'posts.jsonl'>;

/** The number of a post that is not taken: it is not in the archive, cannot be read, or may not be believed. */
export interface Gap {
  seq: number;
  /** The post itself or the one behind it, which tells about when it was and in which language. */
  near: PostLine;
}

export type Entry = PostLine | Gap;

export const isGap = (one: Entry): one is Gap => 'near' in one;

/** So many may be missing of a short thread; of a longer one, as many as there are. */
const fewest = 20;

interface Numbered {
  /** What is to be stored, each behind the one before. */
  entries: Entry[];
  /** Posts that will stand under another number. */
  moved: PostLine[];
}

/**
 * Entries in the order of their numbers behind those that are here, with a gap for each number that is missing
 * between. Where too many are, a number is wrong rather than posts missing: the post comes next instead.
 */
export function numbered(all: readonly Entry[], lastSeq: number): Numbered {
  const entries: Entry[] = [];
  const moved: PostLine[] = [];
  let next = lastSeq + 1;
  let left = Math.max(fewest, all.length);
  for (const one of all) {
    const missing = one.seq - next;
    if (missing > 0 && missing <= left) {
      left -= missing;
      const near = isGap(one) ? one.near : one;
      for (; next < one.seq; next += 1) entries.push({ seq: next, near });
    }
    if (next !== one.seq) {
      // A gap without its number keeps nothing.
      if (isGap(one)) continue;
      moved.push(one);
    }
    entries.push(one);
    next += 1;
  }
  return { entries, moved };
}

/** What keeps the number of a gap: a post without words, as one that was taken back. */
export function gapPost(createdAt: Date, { near: { language } }: Gap): Omit<StoredPost, 'author'> {
  return {
    id: newId(),
    body: '',
    rendered: { html: '', mentions: [] },
    language,
    quotePostId: null,
    quoteText: null,
    createdAt,
    editedAt: null,
    deletedAt: createdAt,
    revision: 1,
    revisions: [],
    reactions: [],
  };
}
