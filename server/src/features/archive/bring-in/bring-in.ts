import { type Locale, limits, locales } from '@counterpart/contract';
import { newId, type Tx } from '@counterpart/db';
import { post as postTable, thread as threadTable } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { clipLine, plainText } from '@counterpart/text/excerpt';
import { guessLanguage } from '@counterpart/text/language';
import { eq } from 'drizzle-orm';
import { failureOf } from '../../../platform/failure.ts';
import type { House } from '../../../platform/house.ts';
import { addUnclaimed } from '../../accounts/index.ts';
import { type StoredPost, storePosts, storeThread } from '../../threads/index.ts';
import type { ReportBuilder } from '../report.ts';
import { goOnAfter, postsAtOnce } from '../run.ts';
import type { IncomingArchive, IncomingAuthor, IncomingPost, IncomingThread } from './incoming.ts';
import {
  authorKey,
  findKnown,
  isForMore,
  type Known,
  noteItems,
  type Place,
  standElsewhere,
} from './known.ts';
import { mended } from './mended.ts';
import { inPieces } from './pieces.ts';

export interface BringInOptions extends Place {
  /** Of texts whose language cannot be guessed; a BCP 47 tag. */
  language: string;
}

interface Work extends BringInOptions {
  house: House;
  known: Known;
  report: ReportBuilder;
}

/** A post on its way, with the key of the one who wrote it in place of a member. */
interface Prepared {
  key: string;
  /** Not a further piece of the post before it. */
  isFirst: boolean;
  author: IncomingAuthor;
  post: Omit<StoredPost, 'author'>;
}

function noteWhatChanges(
  { report }: Work,
  { key, author, notes }: IncomingPost,
  isFuture: boolean,
) {
  for (const note of notes) report.note(note);
  if (isFuture) report.mend('future-date', key);
  if (author.name === null) report.mend('no-author', key);
}

/** One post of an archive as one or more that can be stored; none when it holds no words. */
async function prepare(work: Work, incoming: IncomingPost, ids: Map<string, number>) {
  const { house, report, language, known } = work;
  const { key, author, quotes } = incoming;
  const now = house.db.clock.now();
  const isFuture = incoming.createdAt > now;
  const { pieces, cut } = inPieces(mended(incoming.body));
  if (pieces.length === 0) report.leave('empty', key);
  else noteWhatChanges(work, incoming, isFuture);
  if (pieces.length > 1) report.mend('too-long', key);
  if (cut) report.mend('cut', key);
  const prepared: Prepared[] = [];
  for (const [index, body] of pieces.entries()) {
    const id = newId();
    if (index === 0) ids.set(key, id);
    const quoted =
      index === 0 && quotes !== null ? (ids.get(quotes) ?? known.posts.get(quotes)) : undefined;
    prepared.push({
      key: index === 0 ? key : `${key} ${index + 1}`,
      isFirst: index === 0,
      author,
      post: {
        id,
        body,
        rendered: await house.text.render(body),
        language: guessLanguage(body) ?? language,
        quotePostId: quoted ?? null,
        quoteText: null,
        createdAt: isFuture ? now : incoming.createdAt,
        editedAt: incoming.editedAt && incoming.editedAt <= now ? incoming.editedAt : null,
        deletedAt: null,
        revision: 1,
        revisions: [],
        reactions: [],
      },
    });
  }
  return prepared;
}

/** The members who stand for the authors of these posts; those not met before are made. */
async function authorsFor(tx: Tx, { known, language }: Work, posts: readonly Prepared[]) {
  const wanted = new Map(posts.map(({ author }) => [author.key, author]));
  const missing = [...wanted.values()].filter(({ key }) => !known.authors.has(key));
  const locale: Locale = locales.find((one) => one === language) ?? 'en';
  const ids = await addUnclaimed(
    tx,
    missing.map(({ name }) => ({ name, locale })),
  );
  const made = missing.map(({ key }, index) => [key, ids[index] ?? 0] as const);
  await noteItems(
    tx,
    known.sourceId,
    'member',
    made.map(([key, subjectId]) => ({ key: authorKey(known.sourceId, key), subjectId })),
  );
  return new Map(made);
}

function titleOf(work: Work, thread: IncomingThread, first: Prepared): string {
  const title = cleanLine(mended(thread.title));
  if (title === '') work.report.mend('no-title', first.key);
  if (title.length > limits.title) work.report.mend('title-cut', first.key);
  const words = title === '' ? cleanLine(plainText(first.post.rendered.html)) : title;
  const shown = clipLine(words, limits.title);
  return shown === '' ? '…' : shown;
}

/** The thread that these posts belong to, when an earlier run or archive brought some of it. */
async function threadOf(tx: Tx, { known }: Work, thread: IncomingThread) {
  const there = thread.keys.find((key) => known.posts.has(key));
  if (there === undefined && thread.goesOnIn === null) return undefined;
  const rows = tx.orm
    .select({ id: threadTable.id, spaceId: threadTable.spaceId, sharing: threadTable.sharing })
    .from(threadTable);
  const [row] =
    there === undefined
      ? await rows.where(eq(threadTable.id, thread.goesOnIn ?? 0))
      : await rows
          .innerJoin(postTable, eq(threadTable.id, postTable.threadId))
          .where(eq(postTable.id, known.posts.get(there) ?? 0));
  return row;
}

/** Stores posts in one transaction, with their thread when none of it is there yet. */
async function write(work: Work, thread: IncomingThread, posts: readonly Prepared[]) {
  const { house, known, report, spaceId, sharing } = work;
  const made = await house.db.transaction({ memberId: null }, async (tx) => {
    const there = await threadOf(tx, work, thread);
    if (there !== undefined && isForMore(work, there)) return undefined;
    const authors = await authorsFor(tx, work, posts);
    const stored = posts.map(({ author, post }): StoredPost => {
      const memberId = known.authors.get(author.key) ?? authors.get(author.key) ?? 0;
      return { ...post, author: { memberId, institutionId: null, seat: null } };
    });
    const [first, firstStored] = [posts[0], stored[0]];
    if (there !== undefined) await storePosts(house, tx, there.id, stored);
    else if (first !== undefined && firstStored !== undefined) {
      const { kind, locked } = thread;
      const { author, language, createdAt } = firstStored;
      const title = titleOf(work, thread, first);
      const facts = { spaceId, sharing, kind, locked, title, language, author, createdAt };
      const row = { id: newId(), ...facts, themes: [], pinned: false, revision: 1 };
      await storeThread(house, tx, row, stored);
    }
    const items = posts.map(({ key, post }) => ({ key, subjectId: post.id }));
    await noteItems(tx, known.sourceId, 'post', items);
    return { authors, isNew: there === undefined };
  });
  if (made === undefined) {
    for (const { key } of posts) report.leave('elsewhere', key);
    return;
  }
  for (const [key, id] of made.authors) known.authors.set(key, id);
  for (const { key, post } of posts) known.posts.set(key, post.id);
  report.stored('authors', made.authors.size);
  report.stored('posts', posts.length);
  if (made.isNew) report.stored('threads', 1);
}

/** For one transaction each; all pieces of a post are in one, since with the first it counts as stored. */
function parts(posts: readonly Prepared[]): Prepared[][] {
  const all: Prepared[][] = [];
  for (const post of posts) {
    const last = all.at(-1);
    const isFull = last === undefined || (last.length >= postsAtOnce && post.isFirst);
    if (isFull) all.push([post]);
    else last.push(post);
  }
  return all;
}

async function bringThread(work: Work, thread: IncomingThread): Promise<void> {
  const { house, known, report } = work;
  const missing = new Set(thread.keys.filter((key) => !known.posts.has(key)));
  report.already(thread.keys.length - missing.size);
  if (missing.size === 0) return;
  /** What is neither stored nor told in the report yet. */
  const open = new Set(missing);
  try {
    const ids = new Map<string, number>();
    const posts: Prepared[] = [];
    for (const post of await thread.posts()) {
      if (!missing.has(post.key)) continue;
      const prepared = await prepare(work, post, ids);
      if (prepared.length === 0) open.delete(post.key);
      posts.push(...prepared);
    }
    for (const part of parts(posts)) {
      await write(work, thread, part);
      for (const { key } of part) open.delete(key);
    }
  } catch (error) {
    await goOnAfter(house, error);
    for (const key of open) report.leave('failed', `${key}: ${failureOf(error)}`);
  }
}

/**
 * Brings the threads of an archive into a space, each in a transaction of its own, so that it may be
 * stopped at any time and goes on where it was. What is there already stays as it is. `onThread` is
 * called after each thread with how many are done.
 */
export async function bringIn(
  house: House,
  archive: IncomingArchive,
  options: BringInOptions,
  report: ReportBuilder,
  onThread: (done: number) => void = () => undefined,
): Promise<void> {
  const known = await findKnown(house, archive, options.spaceId);
  const work: Work = { house, known, report, ...options };
  report.standing(await standElsewhere(house, known, options.spaceId));
  for (const [index, thread] of archive.threads.entries()) {
    await bringThread(work, thread);
    onThread(index + 1);
  }
}
