import type { House } from '../platform/house.ts';
import type { Progress } from '../platform/progress.ts';
import { renderBodies } from './bodies.ts';
import { createChance } from './chance.ts';
import { foundBench, prepareMembers } from './found.ts';
import { writeReading } from './reading.ts';
import { type BenchSize, threadSizes } from './size.ts';
import { benchEnd, type WrittenThread, writeThreads } from './threads.ts';

/** Where to look in a bench network. */
export interface BenchPlaces {
  largestThread: number;
  ordinaryThread: number;
  spaces: { open: number; restricted: number; private: number };
}

/** An open thread that all may read, about as long as threads are. */
function ordinaryOf(threads: readonly WrittenThread[], { threads: count, posts }: BenchSize) {
  const usual = posts / count;
  const off = (thread: WrittenThread) => Math.abs(thread.posts - usual);
  const [found] = threads
    .filter(({ sharing }) => sharing === 'network')
    .toSorted((one, other) => off(one) - off(other));
  return found?.id ?? 0;
}

/**
 * Fills an empty migrated database with a network for measuring, the same one for the same size and
 * seed, ids included. It takes some minutes for a million posts.
 */
export async function seedBench(
  house: House,
  size: BenchSize,
  progress: (label: string, total: number) => Progress,
): Promise<BenchPlaces> {
  const past: House = {
    ...house,
    db: house.db.told({ origin: 'seed', clock: { now: () => benchEnd } }),
  };
  const chance = createChance(size.seed);
  const hashing = progress('Passwords', size.members);
  const prepared = await prepareMembers(chance, size.members, hashing.to);
  hashing.end();
  const ground = await past.db.transaction({ memberId: null }, (tx) =>
    foundBench(tx, chance, prepared),
  );
  const memberIds = ground.members.map(({ memberId }) => memberId);
  const bodies = await renderBodies(house.text, chance, { posts: size.posts, memberIds });
  const writing = progress('Posts', size.posts);
  const work = { chance, ground, bodies };
  const threads = await writeThreads(past, work, threadSizes(size, chance), writing.to);
  writing.end();
  await writeReading(past, chance, ground, threads);
  const [largest] = threads.toSorted((one, other) => other.posts - one.posts);
  const { open, restricted, private: secret } = ground.spaces;
  return {
    largestThread: largest?.id ?? 0,
    ordinaryThread: ordinaryOf(threads, size),
    spaces: { open: open.id, restricted: restricted.id, private: secret.id },
  };
}
