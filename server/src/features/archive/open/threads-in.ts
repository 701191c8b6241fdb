import type { Tx } from '@counterpart/db';
import { archiveItem, thread } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { eq, inArray } from 'drizzle-orm';
import { failureOf } from '../../../platform/failure.ts';
import {
  completeThread,
  fillPost,
  type StoredPost,
  storePosts,
  storeSynthesis,
  storeThread,
} from '../../threads/index.ts';
import { mended } from '../bring-in/mended.ts';
import type { Reason } from '../report.ts';
import { goOnAfter, postsAtOnce } from '../run.ts';
import { noLater, noteAhead } from './dates.ts';
import type { Line } from './form.ts';
import { type Entry, isGap, numbered } from './gaps.ts';
import { note, noteKeys } from './notes.ts';
import { postFrom } from './post-in.ts';
import { findThere, lackingOf, type There } from './there.ts';
import { authorFor, speaksForOthers, type Work } from './work.ts';

type ThreadLine = Line<'threads.jsonl'>;
type PostLine = Line<'posts.jsonl'>;

export interface ThreadWork extends Work {
  themes: ReadonlySet<string>;
  /** What this run keeps numbers for and has not brought so far, by the keys of its notes. */
  gaps: Map<string, string>;
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
      themes: [...new Set(line.themes)].filter((slug) => themes.has(slug)),
      createdAt: noLater(house, line.createdAt),
    },
    posts,
  );
  await note(tx, work.name, 'thread', [{ key: noteKeys.thread(id), subjectId: id }]);
}

async function writeSynthesis(tx: Tx, work: ThreadWork, { id, synthesis }: ThreadLine) {
  if (synthesis === null) return;
  const body = mended(synthesis.body);
  const { html } = await work.house.text.render(body);
  await storeSynthesis(work.house, tx, id, {
    author: await authorFor(tx, work, synthesis.author),
    body,
    html,
    language: synthesis.language,
    revision: synthesis.revision,
    updatedAt: noLater(work.house, synthesis.updatedAt),
  });
  await tx.orm.update(thread).set({ hasSynthesis: true }).where(eq(thread.id, id));
  await note(tx, work.name, 'thread', [{ key: noteKeys.synthesis(id), subjectId: id }]);
}

/** Stores the synthesis that a thread does not have yet, unless it was taken away here. */
async function takeSynthesis(
  work: ThreadWork,
  line: ThreadLine,
  { row, isGrown }: There & { isGrown: boolean },
): Promise<void> {
  const { house, ids, report } = work;
  if (line.synthesis === null || row?.hasSynthesis === true) return;
  if (speaksForOthers(work, line.synthesis.author)) {
    return report.leave('not-theirs', `synthesis of thread ${line.id}`);
  }
  const noted = await house.db.query((orm) =>
    orm
      .select()
      .from(archiveItem)
      .where(inArray(archiveItem.key, [noteKeys.synthesis(line.id), noteKeys.thread(line.id)])),
  );
  const isBrought = noted.some(({ key }) => key === noteKeys.thread(line.id));
  const isKnown = noted.some(({ key }) => key === noteKeys.synthesis(line.id));
  if (isKnown || !(isBrought || isGrown) || ids.otherThreads.has(line.id)) return;
  try {
    await house.db.transaction({ memberId: null }, (tx) => writeSynthesis(tx, work, line));
    const what = `synthesis of thread ${line.id}`;
    for (const one of noteAhead(house, what, [line.synthesis.updatedAt])) report.note(one);
  } catch (error) {
    await goOnAfter(house, error);
    report.leave('no-synthesis', `thread ${line.id}: ${failureOf(error)}`);
  }
}

/** Posts with what has been made of them beforehand, since rendering takes its time. */
function prepareAll(work: Work, lines: readonly Entry[]) {
  return Promise.all(lines.map(async (line) => ({ line, ...(await postFrom(work, line)) })));
}

type Prepared = Awaited<ReturnType<typeof prepareAll>>[number];

async function authored(
  tx: Tx,
  work: Work,
  { line, post: prepared }: Prepared,
): Promise<StoredPost> {
  return { ...prepared, author: await authorFor(tx, work, isGap(line) ? null : line.author) };
}

interface Part {
  entries: readonly Entry[];
  /** Nothing of the thread is here yet. */
  isFirst: boolean;
}

async function writePart(work: ThreadWork, line: ThreadLine, { entries, isFirst }: Part) {
  const { house, report, name } = work;
  const prepared = await prepareAll(work, entries);
  const gaps = prepared.flatMap((one) =>
    isGap(one.line) ? [{ seq: one.line.seq, id: one.post.id }] : [],
  );
  await house.db.transaction({ memberId: null }, async (tx) => {
    const posts: StoredPost[] = [];
    for (const one of prepared) posts.push(await authored(tx, work, one));
    if (isFirst) await writeNew(tx, work, line, posts);
    else await storePosts(house, tx, line.id, posts);
    const items = gaps.map(({ seq, id }) => ({ key: noteKeys.gap(line.id, seq), subjectId: id }));
    await note(tx, name, 'post', items);
  });
  for (const one of entries) {
    // Of a post that the archive holds it has been told why it stays out.
    const isMissing = isGap(one) && one.near.seq !== one.seq;
    const { seq } = one;
    if (isMissing) work.gaps.set(noteKeys.gap(line.id, seq), `post ${seq} of thread ${line.id}`);
  }
  for (const one of prepared.flatMap(({ notes }) => notes)) report.note(one);
  report.stored('posts', entries.length - gaps.length);
  if (!isFirst) return;
  report.stored('threads', 1);
  for (const one of noteAhead(house, `thread ${line.id}`, [line.createdAt])) report.note(one);
}

/** Writes what can be written: of a part that is refused each half, and for one post its number alone. */
async function writeWhole(work: ThreadWork, line: ThreadLine, part: Part): Promise<void> {
  const { entries, isFirst } = part;
  try {
    return await writePart(work, line, part);
  } catch (error) {
    await goOnAfter(work.house, error);
    const [only] = entries;
    if (entries.length < 2) {
      if (only === undefined || isGap(only)) throw error;
      work.report.leave('failed', `post ${only.id}: ${failureOf(error)}`);
      return writePart(work, line, { entries: [{ seq: only.seq, near: only }], isFirst });
    }
  }
  const half = Math.ceil(entries.length / 2);
  await writeWhole(work, line, { entries: entries.slice(0, half), isFirst });
  await writeWhole(work, line, { entries: entries.slice(half), isFirst: false });
}

/** Puts posts where an earlier run could only keep their numbers. */
async function fill(
  work: ThreadWork,
  line: ThreadLine,
  posts: readonly PostLine[],
  gaps: There['gaps'],
) {
  const { house, report } = work;
  for (const one of await prepareAll(work, posts)) {
    try {
      await house.db.transaction({ memberId: null }, async (tx) =>
        fillPost(house, tx, gaps.get(one.line.seq) ?? 0, await authored(tx, work, one)),
      );
      report.stored('posts', 1);
      for (const note of one.notes) report.note(note);
      work.gaps.delete(noteKeys.gap(line.id, one.line.seq));
    } catch (error) {
      await goOnAfter(house, error);
      report.leave('failed', `post ${one.post.id}: ${failureOf(error)}`);
    }
  }
}

/** Adds to what is here of a thread what could not be read when it came. */
async function complete(
  work: ThreadWork,
  line: ThreadLine,
  lines: readonly PostLine[],
  there: There,
): Promise<void> {
  const lacking = await lackingOf(work, line, lines, there);
  if (lacking === undefined) return;
  await work.house.db.transaction({ memberId: null }, (tx) => completeThread(tx, line.id, lacking));
}

/** Why nothing of the archive may come to a thread; undefined when something may. */
function refusalOf(work: ThreadWork, line: ThreadLine, { row }: There): Reason | undefined {
  const { ids } = work;
  const spaceId = ids.spaces.get(line.space);
  if (spaceId === undefined) return 'no-space';
  const isForMore = row?.sharing === 'network' && line.sharing !== 'network';
  const isElsewhere = row !== undefined && (row.spaceId !== spaceId || row.state !== 'published');
  if (isElsewhere || isForMore) return 'elsewhere';
  const isBegunByOthers = row === undefined && speaksForOthers(work, line.author);
  return ids.otherThreads.has(line.id) || isBegunByOthers ? 'not-theirs' : undefined;
}

/** What takes the place of an empty post, each of them once; and what comes behind all that is here. */
function placed(work: ThreadWork, missing: readonly PostLine[], { gaps }: There) {
  const free = new Set(gaps.keys());
  const [toFill, further]: [PostLine[], Entry[]] = [[], []];
  for (const one of missing) {
    if (speaksForOthers(work, one.author)) {
      work.report.leave('not-theirs', `post ${one.id}`);
      if (!gaps.has(one.seq)) further.push({ seq: one.seq, near: one });
    } else if (free.delete(one.seq)) toFill.push(one);
    else further.push(one);
  }
  return { toFill, further };
}

async function takeMissing(
  work: ThreadWork,
  line: ThreadLine,
  lines: readonly PostLine[],
): Promise<void> {
  const { report } = work;
  const there = await findThere(work, line.id, lines);
  const missing = lines.filter(({ id }) => !there.known.has(id));
  report.already(lines.length - missing.length);
  const refusal = refusalOf(work, line, there);
  if (refusal !== undefined) {
    for (const { id } of missing) report.leave(refusal, `post ${id}`);
    return;
  }
  const { toFill, further } = placed(work, missing, there);
  const { row } = there;
  if (row === undefined && further.every(isGap)) return;
  await complete(work, line, lines, there);
  await fill(work, line, toFill, there.gaps);
  const { entries, moved } = numbered(further, row?.lastSeq ?? 0);
  for (const { id } of moved) report.mend('renumbered', `post ${id}`);
  for (let at = 0; at < entries.length; at += postsAtOnce) {
    const part = entries.slice(at, at + postsAtOnce);
    await writeWhole(work, line, { entries: part, isFirst: row === undefined && at === 0 });
  }
  await takeSynthesis(work, line, { ...there, isGrown: missing.length > 0 });
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
