import type { ReactionKind, Sharing, ThreadKind } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import {
  bookmark,
  post,
  postMention,
  postReaction,
  postRevision,
  thread,
  threadTheme,
} from '@counterpart/db/schema';
import { HTML_VERSION } from '@counterpart/text/render';
import { eq } from 'drizzle-orm';
import type { House } from '../../../platform/house.ts';
import type { RenderedText } from '../../../platform/text/index.ts';
import type { Thread } from '../access.ts';
import { excerptOf } from '../excerpt.ts';
import { listScope } from './list-scope.ts';
import { ofThoseHere } from './mentions.ts';
import { themeRow, touchThemes } from './themes.ts';
import { touchQuotesFrom } from './write-post.ts';

/** Who wrote, and where they stood at the time; null for what is not known. */
export interface StoredAuthor {
  memberId: number;
  institutionId: number | null;
  seat: string | null;
}

export interface StoredRevision {
  revision: number;
  body: string;
  html: string;
  writtenAt: Date;
}

/** A post as it was somewhere else. */
export interface StoredPost {
  id: number;
  author: StoredAuthor;
  body: string;
  rendered: Pick<RenderedText, 'html' | 'mentions'>;
  language: string;
  quotePostId: number | null;
  quoteText: string | null;
  createdAt: Date;
  editedAt: Date | null;
  /** It was hidden where it stood: only its number is left. */
  isHidden?: boolean;
  /** When its author took it back: only its number is left. */
  deletedAt: Date | null;
  revision: number;
  /** What it said before. */
  revisions: readonly StoredRevision[];
  reactions: readonly { memberId: number; kind: ReactionKind; at: Date }[];
}

export interface StoredThread {
  id: number;
  spaceId: number;
  kind: ThreadKind;
  title: string;
  language: string;
  sharing: Sharing;
  author: StoredAuthor;
  themes: readonly string[];
  pinned: boolean;
  locked: boolean;
  revision: number;
  createdAt: Date;
}

/** Rows of one insert; PostgreSQL takes 65,535 values in a statement, and a post has 25 columns. */
const chunk = 500;

async function inChunks<T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += chunk) await write(rows.slice(at, at + chunk));
}

/** Who wrote, as the tables hold it. */
export function authorship({ memberId, institutionId, seat }: StoredAuthor) {
  return { authorId: memberId, authorInstitutionId: institutionId, authorSeat: seat };
}

function countOf(stored: StoredPost, kind: ReactionKind): number {
  return stored.reactions.filter((reaction) => reaction.kind === kind).length;
}

function isShown({ isHidden = false, deletedAt }: StoredPost): boolean {
  return !isHidden && deletedAt === null;
}

function postRow(stored: StoredPost, threadId: number, seq: number): typeof post.$inferInsert {
  const isGone = !isShown(stored);
  return {
    id: stored.id,
    threadId,
    seq,
    state: stored.deletedAt !== null ? 'deleted' : isGone ? 'hidden' : 'published',
    ...authorship(stored.author),
    body: isGone ? '' : stored.body,
    html: isGone ? '' : stored.rendered.html,
    htmlVersion: HTML_VERSION,
    language: stored.language,
    quotePostId: stored.quotePostId,
    quoteText: stored.quoteText,
    usefulCount: countOf(stored, 'useful'),
    triedCount: countOf(stored, 'tried'),
    talkCount: countOf(stored, 'talk'),
    revision: stored.revision,
    createdAt: stored.createdAt,
    editedAt: stored.editedAt,
    deletedAt: stored.deletedAt,
  };
}

/** Whom the posts mention, as far as they exist. */
async function storeMentions(
  tx: Tx,
  threadId: number,
  posts: readonly StoredPost[],
): Promise<void> {
  const all = posts.flatMap(({ id: postId, rendered }) =>
    rendered.mentions.map(({ kind, id }) => ({ postId, threadId, kind, subjectId: id })),
  );
  const rows = await ofThoseHere(tx.orm, all);
  await inChunks(rows, (part) => tx.orm.insert(postMention).values(part));
}

async function storeParts(tx: Tx, threadId: number, posts: readonly StoredPost[]): Promise<void> {
  const revisions = posts.flatMap(({ id, revisions: before }) =>
    before.map((one) => ({ ...one, postId: id, htmlVersion: HTML_VERSION })),
  );
  await inChunks(revisions, (part) => tx.orm.insert(postRevision).values(part));
  const reactions = posts.flatMap(({ id, reactions: those }) =>
    those.map(({ memberId, kind, at }) => ({ postId: id, memberId, kind, reactedAt: at })),
  );
  await inChunks(reactions, (part) =>
    tx.orm.insert(postReaction).values(part).onConflictDoNothing(),
  );
  await storeMentions(tx, threadId, posts);
}

/** Posts that were here before and quote what comes only now. */
async function touchOlderQuotesOf(tx: Tx, posts: readonly StoredPost[]): Promise<void> {
  const ids = posts.map(({ id }) => id);
  await inChunks(ids, (part) => touchQuotesFrom(tx, part, ids));
}

function inTime(dates: readonly Date[]): Date[] {
  return dates.toSorted((one, other) => one.getTime() - other.getTime());
}

/** What the row of a thread says of its posts, once these have come to it, the first of them as `from`. */
function countsOf(found: Thread, from: number, posts: readonly StoredPost[]) {
  const shown = posts.filter(isShown);
  const byOthers = shown.filter(({ author }) => author.memberId !== found.authorId);
  const [first] = posts;
  const isBeginning = from === 1 && first !== undefined && isShown(first);
  return {
    lastSeq: Math.max(found.lastSeq, from + posts.length - 1),
    postCount: found.postCount + shown.length,
    answeredAt:
      inTime([found.answeredAt ?? [], ...byOthers.map(({ createdAt }) => createdAt)].flat())[0] ??
      null,
    lastActivityAt: inTime([
      ...(found.lastSeq === 0 ? [] : [found.lastActivityAt]),
      ...shown.map(({ createdAt }) => createdAt),
    ]).at(-1),
    ...(isBeginning && { excerpt: excerptOf(first.rendered.html) }),
  };
}

async function lockThread(tx: Tx, id: number): Promise<Thread> {
  const [found] = await tx.orm.select().from(thread).where(eq(thread.id, id)).for('no key update');
  if (found === undefined) throw new Error(`There is no thread ${id}.`);
  return found;
}

/** What follows when posts have come to a thread, the first of them as `from`. */
async function settle(
  house: House,
  tx: Tx,
  found: Thread,
  from: number,
  posts: readonly StoredPost[],
): Promise<void> {
  const { id: threadId } = found;
  await storeParts(tx, threadId, posts);
  await touchOlderQuotesOf(tx, posts);
  const isNew = found.lastSeq === 0;
  const counts = countsOf(found, from, posts);
  const version = isNew ? found.version : found.version + 1;
  await tx.orm
    .update(thread)
    .set({ ...counts, version })
    .where(eq(thread.id, threadId));
  await touchThemes(tx, threadId, counts.lastActivityAt ?? found.lastActivityAt);
  await house.hooks.run('posts.stored', tx, { threadId, postIds: posts.map(({ id }) => id) });
  const told = { type: 'thread.changed', subject: threadId, version } as const;
  tx.emit({ scope: listScope(found), ...told });
  if (!isNew) tx.emit({ scope: `thread:${threadId}`, ...told });
}

/**
 * Puts posts from somewhere else at the end of a thread, in the order given, without telling
 * anybody but the pages that are open. The caller's transaction says where they come from.
 */
export async function storePosts(
  house: House,
  tx: Tx,
  threadId: number,
  posts: readonly StoredPost[],
): Promise<void> {
  if (posts.length === 0) return;
  const found = await lockThread(tx, threadId);
  const from = found.lastSeq + 1;
  const rows = posts.map((stored, index) => postRow(stored, threadId, from + index));
  await inChunks(rows, (part) => tx.orm.insert(post).values(part));
  await settle(house, tx, found, from, posts);
}

/** Puts a post where an empty one has kept its number, in place of that; otherwise as `storePosts`. */
export async function fillPost(
  house: House,
  tx: Tx,
  emptyId: number,
  stored: StoredPost,
): Promise<void> {
  const { orm } = tx;
  const [where] = await orm.select().from(post).where(eq(post.id, emptyId));
  if (where?.seq == null) throw new Error(`There is no post ${emptyId}.`);
  const found = await lockThread(tx, where.threadId);
  // Who kept the place keeps what stands there now.
  const kept = await orm.delete(bookmark).where(eq(bookmark.postId, emptyId)).returning();
  const row = postRow(stored, where.threadId, where.seq);
  await orm
    .update(post)
    .set({ ...row, version: where.version + 1 })
    .where(eq(post.id, emptyId));
  const moved = kept.map((one) => ({ ...one, postId: stored.id }));
  await inChunks(moved, (part) => orm.insert(bookmark).values(part));
  await settle(house, tx, found, where.seq, [stored]);
}

/** Stores a thread from somewhere else with its posts, the first of which began it. */
export async function storeThread(
  house: House,
  tx: Tx,
  stored: StoredThread,
  posts: readonly StoredPost[],
): Promise<void> {
  const { author, themes, ...row } = stored;
  await tx.orm
    .insert(thread)
    .values({ ...row, ...authorship(author), lastActivityAt: stored.createdAt });
  if (themes.length > 0) {
    await tx.orm
      .insert(threadTheme)
      .values(
        themes.map((slug) => themeRow({ ...stored, lastActivityAt: stored.createdAt }, slug)),
      );
  }
  await storePosts(house, tx, stored.id, posts);
}
