import type { Chance } from './chance.ts';

/** How much a bench network holds. */
export interface BenchSize {
  members: number;
  threads: number;
  posts: number;
  /** Posts in the largest thread; no other has as many. */
  largest: number;
  seed: number;
}

/** What is wrong with a size, in a sentence; undefined when it can be filled. */
export function refuseSize({ members, threads, posts, largest }: BenchSize): string | undefined {
  if (members < 10) return 'A bench network needs at least 10 members.';
  if (threads < 20) return 'A bench network needs at least 20 threads.';
  if (posts < largest + threads - 1) {
    return `${posts} posts are too few: the largest thread has ${largest}, and each of the others at least one.`;
  }
  if ((posts - largest) * 30 > largest * (threads - 1) * 10) {
    return 'The largest thread is too small beside the others: let it have three times as many posts as they have on average.';
  }
  return undefined;
}

/**
 * How many posts each thread has, in the order in which they began: many short ones, some long, and the
 * largest a while ago. They add up to the posts.
 */
export function threadSizes({ threads, posts, largest }: BenchSize, chance: Chance): number[] {
  const weights = Array.from({ length: threads - 1 }, () => (-Math.log(1 - chance.share())) ** 1.5);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const more = posts - largest - (threads - 1);
  const most = largest - 1;
  const sizes = weights.map((weight) => Math.min(most, 1 + Math.floor((more * weight) / all)));
  let left = posts - largest - sizes.reduce((sum, size) => sum + size, 0);
  for (let at = 0; left > 0; at = (at + 1) % sizes.length) {
    const size = sizes[at] ?? most;
    if (size >= most) continue;
    sizes[at] = size + 1;
    left -= 1;
  }
  return sizes.toSpliced(Math.floor(threads * 0.4), 0, largest);
}
