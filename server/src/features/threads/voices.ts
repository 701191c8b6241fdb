import type { Sql } from 'postgres';

/** Which numbers of a thread are published and by whom, in their order. Covered by the thread's version. */
export interface Voices {
  seqs: readonly number[];
  /** Members, each at the place of the number. */
  authors: readonly number[];
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

/** Published posts by others above a read position: how many, and the first of them. */
export function unreadIn(
  { seqs, authors }: Voices,
  memberId: number,
  readSeq: number,
): { count: number; first: number | null } {
  let count = 0;
  let first: number | null = null;
  for (let at = seqs.length - 1; at >= 0; at -= 1) {
    const seq = seqs[at] ?? 0;
    if (seq <= readSeq) break;
    if (authors[at] === memberId) continue;
    count += 1;
    first = seq;
  }
  return { count, first };
}

export function weighVoices({ seqs }: Voices): number {
  return seqs.length * 16;
}
