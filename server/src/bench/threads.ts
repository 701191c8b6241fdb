import { type Locale, locales, type ReactionKind, reactionKinds } from '@counterpart/contract';
import { type StoredPost, type StoredThread, storeThread } from '../features/threads/index.ts';
import { THEMES } from '../founding/themes.ts';
import type { House } from '../platform/house.ts';
import type { Bodies } from './bodies.ts';
import type { Chance } from './chance.ts';
import type { BenchGround, BenchMember, BenchSpace } from './found.ts';

/** The whole past of a bench network ends here, whenever it is made: nothing in it depends on the day. */
export const benchEnd = new Date('2026-06-01T00:00:00Z');
const hour = 3_600_000;
const pastMs = 2 * 365 * 24 * hour;
const threadsAtOnce = 20;
const themes = Object.keys(THEMES);

/** What is kept of a thread that was written: enough to say who has read it. */
export interface WrittenThread {
  id: number;
  space: BenchSpace;
  sharing: 'network' | 'space';
  posts: number;
  lastAt: number;
}

interface Work {
  chance: Chance;
  ground: BenchGround;
  bodies: Bodies;
}

function chooseSpace({ chance, ground: { spaces } }: Work): BenchSpace {
  const at = chance.share();
  if (at < 0.8) return spaces.open;
  return at < 0.92 ? spaces.restricted : spaces.private;
}

function chooseLanguage(chance: Chance): Locale {
  const at = chance.share();
  if (at < 0.5) return 'en';
  return at < 0.8 ? 'fr' : 'ar';
}

/** Some write much and many little. */
function chooseAuthor(chance: Chance, { members }: BenchSpace): BenchMember {
  const author = members[Math.floor(members.length * chance.share() ** 2)];
  if (author === undefined) throw new Error('Nobody is in the space.');
  return author;
}

/** By others than its author. */
function reactionsTo(
  { chance }: Work,
  { members }: BenchSpace,
  author: BenchMember,
  at: Date,
): StoredPost['reactions'] {
  if (!chance.happens(0.25)) return [];
  const found = new Map<string, { memberId: number; kind: ReactionKind; at: Date }>();
  for (let n = 1 + chance.below(4); n > 0; n -= 1) {
    const { memberId } = chance.oneOf(members);
    const kind = chance.happens(0.7) ? 'useful' : chance.oneOf(reactionKinds);
    if (memberId !== author.memberId) found.set(`${memberId} ${kind}`, { memberId, kind, at });
  }
  return [...found.values()];
}

function aPost(
  work: Work,
  { space, language, createdAt }: { space: BenchSpace; language: Locale; createdAt: Date },
  earlier: readonly StoredPost[],
): StoredPost {
  const { chance, bodies } = work;
  const spoken = chance.happens(0.85) ? language : chance.oneOf(locales);
  const { body, rendered } = chance.oneOf(bodies[spoken]);
  const isFirst = earlier.length === 0;
  const quoted = !isFirst && chance.happens(0.15) ? chance.oneOf(earlier.slice(-40)) : undefined;
  const editedAt = chance.happens(0.04) ? new Date(createdAt.getTime() + hour / 6) : null;
  const deletedAt =
    !isFirst && chance.happens(0.005) ? new Date(createdAt.getTime() + hour / 4) : null;
  const before = chance.oneOf(bodies[spoken]);
  const author = chooseAuthor(chance, space);
  return {
    id: chance.id(),
    author,
    body,
    rendered,
    language: spoken,
    quotePostId: quoted !== undefined && quoted.deletedAt === null ? quoted.id : null,
    quoteText: null,
    createdAt,
    editedAt,
    deletedAt,
    revision: editedAt === null ? 1 : 2,
    revisions:
      editedAt === null
        ? []
        : [{ revision: 1, body: before.body, html: before.rendered.html, writtenAt: createdAt }],
    reactions: deletedAt === null ? reactionsTo(work, space, author, createdAt) : [],
  };
}

function titleFrom(body: string): string {
  const words = body.replaceAll(/@member:\d+\s*|\*\*|^- /gm, '').split(/\s+/);
  return words.slice(0, 10).join(' ').slice(0, 120);
}

/** A thread that begins at a time and has so many posts, all before the end. */
function aThread(work: Work, beginsAt: number, size: number, isLargest: boolean) {
  const { chance, ground } = work;
  const space = isLargest ? ground.spaces.open : chooseSpace(work);
  const language = chooseLanguage(chance);
  const lasts = Math.min(benchEnd.getTime() - beginsAt, size * (1 + chance.share() * 20) * hour);
  const posts: StoredPost[] = [];
  for (let n = 0; n < size; n += 1) {
    const at = n === 0 ? 0 : Math.floor((lasts * (n - 1 + chance.share())) / size);
    posts.push(aPost(work, { space, language, createdAt: new Date(beginsAt + at) }, posts));
  }
  const [first] = posts;
  if (first === undefined) throw new Error('A thread has at least one post.');
  const sharing =
    space.access === 'open' && (isLargest || chance.happens(0.85)) ? 'network' : 'space';
  const thread: StoredThread = {
    id: chance.id(),
    spaceId: space.id,
    kind: chance.happens(0.7) ? 'question' : chance.happens(0.95) ? 'discussion' : 'announcement',
    title: titleFrom(first.body),
    language,
    sharing,
    author: first.author,
    themes: [...new Set([chance.oneOf(themes), chance.oneOf(themes)])],
    pinned: false,
    locked: false,
    revision: 1,
    createdAt: first.createdAt,
  };
  const lastAt = posts.at(-1)?.createdAt.getTime() ?? beginsAt;
  const written: WrittenThread = { id: thread.id, space, sharing, posts: size, lastAt };
  return { thread, posts, written };
}

/** Writes all threads in the order in which they began; `onPosts` hears how many posts are stored. */
export async function writeThreads(
  house: House,
  work: Work,
  sizes: readonly number[],
  onPosts: (done: number) => void,
): Promise<WrittenThread[]> {
  const [largest] = sizes.toSorted((one, other) => other - one);
  const begin = benchEnd.getTime() - pastMs;
  const step = Math.floor(pastMs / (sizes.length + 1));
  const written: WrittenThread[] = [];
  let done = 0;
  for (let at = 0; at < sizes.length; at += threadsAtOnce) {
    const part = sizes
      .slice(at, at + threadsAtOnce)
      .map((size, n) => aThread(work, begin + step * (at + n), size, size === largest));
    await house.db.transaction({ memberId: null }, async (tx) => {
      for (const { thread, posts } of part) await storeThread(house, tx, thread, posts);
    });
    written.push(...part.map((one) => one.written));
    done += part.reduce((sum, { posts }) => sum + posts.length, 0);
    onPosts(done);
  }
  return written;
}
