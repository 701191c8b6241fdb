import type { Tx } from '@counterpart/db';
import { archiveItem, post, thread } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { and, eq, inArray } from 'drizzle-orm';
import { failureOf } from '../../../platform/failure.ts';
import {
  fillPost,
  type StoredPost,
  storePosts,
  storeSynthesis,
  storeThread,
} from '../../threads/index.ts';
import { mended } from '../bring-in/mended.ts';
import { goOnAfter, postsAtOnce } from '../run.ts';
import type { Line } from './form.ts';
import { type Gap, isGap, withGaps } from './gaps.ts';
import { note, noteKeys } from './notes.ts';
import { noLater, postFrom } from './post-in.ts';
import { authorFor, speaksForOthers, type Work } from './work.ts';

type ThreadLine = Line<'threads.jsonl'>;
type PostLine = Line<'posts.jsonl'>;

export interface ThreadWork extends Work {
  themes: ReadonlySet<string>;
}

/** What is here of a thread. */
interface There {
  row: typeof thread.$inferSelect | undefined;
  /** Which of its posts, wherever they stand by now. */
  known: Set<number>;
  /** The empty posts that keep the numbers of others. */
  gaps: Map<number, number>;
}

async function findThere({ house }: Work, id: number, lines: readonly PostLine[]): Promise<There> {
  return house.db.query(async (orm) => {
    const [row] = await orm.select().from(thread).where(eq(thread.id, id));
    const there: There = { row, known: new Set(), gaps: new Map() };
    for (let at = 0; at < lines.length; at += 1_000) {
      const part = lines.slice(at, at + 1_000);
      const ids = part.map((line) => line.id);
      const rows = await orm.select({ id: post.id }).from(post).where(inArray(post.id, ids));
      for (const one of rows) there.known.add(one.id);
      const keys = part.map(({ seq }) => noteKeys.gap(id, seq));
      const empty = await orm
        .select({ id: post.id, seq: post.seq })
        .from(archiveItem)
        .innerJoin(post, eq(post.id, archiveItem.subjectId))
        .where(and(inArray(archiveItem.key, keys), eq(post.threadId, id)));
      for (const gap of empty) there.gaps.set(gap.seq ?? 0, gap.id);
    }
    return there;
  });
}

async function writeNew(tx: Tx, work: ThreadWork, line: ThreadLine, posts: readonly StoredPost[]) {
  const { house, ids, themes } = work;
  const { id, kind, language, sharing, pinned, locked, revision } = line;
  const facts = { id, kind, language, sharing, pinned, locked, revision };
  await storeThread(
    house,
    tx,
    {
      ...facts,
      title: cleanLine(line.title),
      spaceId: ids.spaces.get(line.space) ?? 0,
      author: await authorFor(tx, work, line.author),
      themes: line.themes.filter((slug) => themes.has(slug)),
      createdAt: noLater(house, line.createdAt),
    },
    posts,
  );
}

async function writeSynthesis(tx: Tx, work: ThreadWork, { id, synthesis }: ThreadLine) {
  if (synthesis === null) return;
  if (speaksForOthers(work, synthesis.author))
    return work.report.leave('not-theirs', `synthesis of thread ${id}`);
  const body = mended(synthesis.body);
  const { html } = await work.house.text.render(body);
  await storeSynthesis(tx, id, {
    author: await authorFor(tx, work, synthesis.author),
    body,
    html,
    language: synthesis.language,
    revision: synthesis.revision,
    updatedAt: new Date(synthesis.updatedAt),
  });
  await tx.orm.update(thread).set({ hasSynthesis: true }).where(eq(thread.id, id));
}

/** Posts with what has been made of them beforehand, since rendering takes its time. */
function prepareAll(work: Work, lines: readonly (PostLine | Gap)[]) {
  return Promise.all(lines.map(async (line) => ({ line, post: await postFrom(work, line) })));
}

type Prepared = Awaited<ReturnType<typeof prepareAll>>[number];

async function authored(
  tx: Tx,
  work: Work,
  { line, post: prepared }: Prepared,
): Promise<StoredPost> {
  const author = await authorFor(tx, work, isGap(line) ? null : line.author);
  return { ...prepared, author };
}

interface Part {
  lines: readonly (PostLine | Gap)[];
  /** Nothing of the thread is here yet. */
  isFirst: boolean;
  isLast: boolean;
}

async function writePart(work: ThreadWork, line: ThreadLine, { lines, isFirst, isLast }: Part) {
  const { house, report, name } = work;
  const prepared = await prepareAll(work, lines);
  const gaps = prepared.flatMap((one) =>
    isGap(one.line) ? [{ key: noteKeys.gap(line.id, one.line.seq), subjectId: one.post.id }] : [],
  );
  await house.db.transaction({ memberId: null }, async (tx) => {
    const posts: StoredPost[] = [];
    for (const one of prepared) posts.push(await authored(tx, work, one));
    if (isFirst) await writeNew(tx, work, line, posts);
    else await storePosts(house, tx, line.id, posts);
    await note(tx, name, 'post', gaps);
    if (isLast) await writeSynthesis(tx, work, line);
  });
  report.stored('posts', lines.length - gaps.length);
  if (isFirst) report.stored('threads', 1);
}

/** Puts posts where an earlier run could only keep their numbers. */
async function fill(work: ThreadWork, line: ThreadLine, { lines, isLast }: Part, { gaps }: There) {
  const { house, report } = work;
  for (const [at, one] of (await prepareAll(work, lines)).entries()) {
    await house.db.transaction({ memberId: null }, async (tx) => {
      const emptyId = isGap(one.line) ? undefined : gaps.get(one.line.seq);
      if (emptyId !== undefined) await fillPost(house, tx, emptyId, await authored(tx, work, one));
      if (isLast && at === lines.length - 1) await writeSynthesis(tx, work, line);
    });
    report.stored('posts', 1);
  }
}

/** The posts that are not here and may come, in the order of their numbers. */
function missingOf(work: ThreadWork, line: ThreadLine, lines: readonly PostLine[], there: There) {
  const { ids, report } = work;
  const { row, known } = there;
  const missing = lines.filter(({ id }) => !known.has(id));
  report.already(lines.length - missing.length);
  if (missing.length === 0) return [];
  const spaceId = ids.spaces.get(line.space);
  if (spaceId === undefined) {
    report.leave('no-space', `thread ${line.id}`);
    return [];
  }
  const isForMore = row?.sharing === 'network' && line.sharing !== 'network';
  const isElsewhere =
    row !== undefined && (row.spaceId !== spaceId || row.state !== 'published' || isForMore);
  const isNotTheirs = row === undefined && speaksForOthers(work, line.author);
  return missing.filter(({ id, author }) => {
    if (isElsewhere) report.leave('elsewhere', `post ${id}`);
    else if (isNotTheirs || speaksForOthers(work, author)) report.leave('not-theirs', `post ${id}`);
    else return true;
    return false;
  });
}

async function takeMissing(
  work: ThreadWork,
  line: ThreadLine,
  lines: readonly PostLine[],
): Promise<void> {
  const there = await findThere(work, line.id, lines);
  const missing = missingOf(work, line, lines, there);
  if (missing.length === 0) return;
  const { row, gaps } = there;
  const further = missing.filter(({ seq }) => !gaps.has(seq));
  const lacksSynthesis = row?.hasSynthesis !== true;
  const toFill = missing.filter(({ seq }) => gaps.has(seq));
  const isAll = further.length === 0;
  await fill(work, line, { lines: toFill, isFirst: false, isLast: isAll && lacksSynthesis }, there);
  const all = withGaps(further, row?.lastSeq ?? 0);
  if (all === null) work.report.mend('renumbered', `thread ${line.id}`);
  const posts = all ?? further;
  for (let at = 0; at < posts.length; at += postsAtOnce) {
    await writePart(work, line, {
      lines: posts.slice(at, at + postsAtOnce),
      isFirst: row === undefined && at === 0,
      isLast: at + postsAtOnce >= posts.length && lacksSynthesis,
    });
  }
}

/**
 * Stores one thread of an export with what is missing of its posts, a very long one in several
 * transactions. What is here stays as it is, and nothing is added where more people could read it.
 */
export async function takeThread(
  work: ThreadWork,
  line: ThreadLine,
  lines: readonly PostLine[],
): Promise<void> {
  const { house, report } = work;
  try {
    await takeMissing(work, line, lines);
  } catch (error) {
    await goOnAfter(house, error);
    report.leave('failed', `thread ${line.id}: ${failureOf(error)}`);
  }
}
