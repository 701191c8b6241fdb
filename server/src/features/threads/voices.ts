import type { Sql } from 'postgres';

/** Which numbers of a thread are published and by whom, in their order. Covered by the thread's version. */
export interface Voices {
  seqs: readonly number[];
  /** Members, each at the place of the number. */
  authors: readonly number[];
  /** The numbers of each member. */
  own: ReadonlyMap<number, readonly number[]>;
}

/** As the columns below give them. */
export type VoicesRow = Pick<Voices, 'seqs' | 'authors'>;

export function voicesOf({ seqs, authors }: VoicesRow): Voices {
  const own = new Map<number, number[]>();
  for (const [at, author] of authors.entries()) {
    const numbers = own.get(author);
    const seq = seqs[at] ?? 0;
    if (numbers === undefined) own.set(author, [seq]);
    else numbers.push(seq);
  }
  return { seqs, authors, own };
}

/** Columns of Voices from a lateral join called `voices`. */
export function selectVoices(sql: Sql) {
  return sql`coalesce(voices.seqs, '{}') as seqs, coalesce(voices.authors, '{}') as authors`;
}

export function joinVoices(sql: Sql) {
  return sql`cross join lateral (
    select array_agg(post.seq order by post.seq) as seqs,
           array_agg(post.author_id order by post.seq)::float8[] as authors,
           array_agg(distinct post.author_institution_id)
             filter (where post.author_institution_id is not null) as institutions
    from post where post.thread_id = thread.id and post.state = 'published') voices`;
}

/** The place of the first number above this one. */
function placeAbove(seqs: readonly number[], seq: number): number {
  let [low, high] = [0, seqs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seqs[middle] ?? 0) > seq) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Published posts by others above a read position: how many, and the first of them. */
export function unreadIn(
  { seqs, authors, own }: Voices,
  memberId: number,
  readSeq: number,
): { count: number; first: number | null } {
  let at = placeAbove(seqs, readSeq);
  const numbers = own.get(memberId) ?? [];
  const count = seqs.length - at - (numbers.length - placeAbove(numbers, readSeq));
  while (authors[at] === memberId) at += 1;
  return { count, first: seqs[at] ?? null };
}

export function weighVoices({ seqs }: Voices): number {
  return seqs.length * 28;
}
