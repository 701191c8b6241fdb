import type { PostView } from '@counterpart/contract';

/** The newer of two views of a post. */
export function newer(a: PostView | undefined, b: PostView): PostView {
  return a && a.version >= b.version ? a : b;
}

/** Joins two runs of posts, by number; of a post in both, the newer view. */
export function mergePosts(
  held: readonly PostView[],
  come: readonly PostView[],
): readonly PostView[] {
  const bySeq = new Map(held.map((post) => [post.seq, post]));
  for (const post of come) bySeq.set(post.seq, newer(bySeq.get(post.seq), post));
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
}

/** Whether two runs touch or overlap, so that together they leave no gap. */
export function touches(held: readonly PostView[], come: readonly PostView[]): boolean {
  const [first, last] = [held[0]?.seq, held.at(-1)?.seq];
  const [from, to] = [come[0]?.seq, come.at(-1)?.seq];
  if (first === undefined || last === undefined || from === undefined || to === undefined)
    return true;
  return from <= last + 1 && to >= first - 1;
}
