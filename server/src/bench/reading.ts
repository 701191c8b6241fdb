import { threadReader } from '@counterpart/db/schema';
import type { House } from '../platform/house.ts';
import type { Chance } from './chance.ts';
import type { BenchGround, BenchMember } from './found.ts';
import { benchEnd, type WrittenThread } from './threads.ts';

type Row = typeof threadReader.$inferInsert;

const chunk = 1_000;
/** What people have opened does not grow with the archive. */
const opened = { least: 60, most: 240 };

function mayRead({ memberId }: BenchMember, { space, sharing }: WrittenThread): boolean {
  if (sharing === 'network' && space.access === 'open') return true;
  return space.members.some((one) => one.memberId === memberId);
}

/** Half have read all of it, others a part, some only its beginning. */
function readUpTo(chance: Chance, posts: number): number {
  const at = chance.share();
  if (at < 0.5) return posts;
  return at < 0.85 ? Math.max(1, Math.floor(posts * chance.share())) : 1;
}

function followOf(chance: Chance): Row['follow'] {
  const at = chance.share();
  if (at < 0.35) return 'all';
  if (at < 0.5) return 'mentions';
  return at < 0.55 ? 'muted' : null;
}

/** What one member has opened: of what moved lately more than of what is old. */
function readingOf(chance: Chance, reader: BenchMember, newestFirst: readonly WrittenThread[]) {
  const many = opened.least + chance.below(opened.most - opened.least);
  const wanted = Math.min(many, newestFirst.length / 2);
  const rows = new Map<number, Row>();
  for (let n = 0; n < 10 * wanted && rows.size < wanted; n += 1) {
    const thread = newestFirst[Math.floor(newestFirst.length * chance.share() ** 3)];
    if (thread === undefined || rows.has(thread.id) || !mayRead(reader, thread)) continue;
    rows.set(thread.id, {
      memberId: reader.memberId,
      threadId: thread.id,
      readSeq: readUpTo(chance, thread.posts),
      openedAt: benchEnd,
      follow: followOf(chance),
    });
  }
  return rows;
}

/**
 * Writes what each member has opened, follows and has read. Half of them, bench-1 among these, follow
 * the largest thread and have a few posts of it before them.
 */
export async function writeReading(
  house: House,
  chance: Chance,
  { members }: BenchGround,
  threads: readonly WrittenThread[],
): Promise<void> {
  const newestFirst = threads.toSorted((one, other) => other.lastAt - one.lastAt);
  const [largest] = threads.toSorted((one, other) => other.posts - one.posts);
  const rows = members.flatMap((reader, index) => {
    const own = readingOf(chance, reader, newestFirst);
    if (largest === undefined || index % 2 === 1) return [...own.values()];
    const readSeq = Math.max(0, largest.posts - chance.below(30));
    const row = { memberId: reader.memberId, threadId: largest.id, readSeq, openedAt: benchEnd };
    return [...own.set(largest.id, { ...row, follow: 'all' }).values()];
  });
  await house.db.transaction({ memberId: null }, async ({ orm }) => {
    for (let at = 0; at < rows.length; at += chunk) {
      await orm.insert(threadReader).values(rows.slice(at, at + chunk));
    }
  });
}
