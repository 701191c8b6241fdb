import { newId } from '@counterpart/db';
import type { StoredPost } from '../../threads/index.ts';
import type { Line } from './form.ts';

type PostLine = Line<'posts.jsonl'>;

/** The number of a post that is not in the archive, or cannot be read. */
export interface Gap {
  seq: number;
  /** The one behind it, which tells about when it was and in which language. */
  before: PostLine;
}

/** More than this in one thread, and its numbers are wrong rather than its posts missing. */
const mostGaps = 1_000;

/**
 * Posts in the order of their numbers behind those that are here, with a gap for each number that is
 * missing between; null when that would be too many.
 */
export function withGaps(lines: readonly PostLine[], lastSeq: number): (PostLine | Gap)[] | null {
  const all: (PostLine | Gap)[] = [];
  let next = lastSeq + 1;
  let gaps = 0;
  for (const line of lines) {
    gaps += Math.max(0, line.seq - next);
    if (gaps > mostGaps) return null;
    for (; next < line.seq; next += 1) all.push({ seq: next, before: line });
    all.push(line);
    next += 1;
  }
  return all;
}

export const isGap = (one: PostLine | Gap): one is Gap => 'before' in one;

/** What keeps the number of a gap: a post without words, as one that was taken back. */
export function gapPost(
  createdAt: Date,
  { before: { language } }: Gap,
): Omit<StoredPost, 'author'> {
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
