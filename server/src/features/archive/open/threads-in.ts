import { newId, type Tx } from '@counterpart/db';
import { archiveItem, archiveSource, post, thread } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { eq, inArray } from 'drizzle-orm';
import { failureOf } from '../../../platform/failure.ts';
import type { House } from '../../../platform/house.ts';
import { addUnclaimed } from '../../accounts/index.ts';
import {
  type StoredAuthor,
  type StoredPost,
  storePosts,
  storeSynthesis,
  storeThread,
} from '../../threads/index.ts';
import { mended } from '../bring-in/mended.ts';
import type { ReportBuilder } from '../report.ts';
import { goOnAfter, postsAtOnce } from '../run.ts';
import type { Line } from './form.ts';
import type { Ids } from './lists-in.ts';

type ThreadLine = Line<'threads.jsonl'>;
type PostLine = Line<'posts.jsonl'>;

export interface ThreadWork {
  house: House;
  ids: Ids;
  themes: ReadonlySet<string>;
  report: ReportBuilder;
  /** The name of the archive, for people. */
  name: string;
}

const nobodyKey = 'counterpart:nobody';

/** One member without a name, for whoever an archive does not tell. */
async function nobody(tx: Tx, { name }: ThreadWork): Promise<number> {
  const [known] = await tx.orm.select().from(archiveItem).where(eq(archiveItem.key, nobodyKey));
  if (known !== undefined) return known.subjectId;
  const [subjectId = 0] = await addUnclaimed(tx, [{ name: null, locale: 'en' }]);
  const sourceId = newId();
  await tx.orm
    .insert(archiveSource)
    .values({ id: sourceId, format: 'counterpart', name, firstAt: tx.now });
  await tx.orm.insert(archiveItem).values({ key: nobodyKey, sourceId, kind: 'member', subjectId });
  return subjectId;
}

async function authorFor(
  tx: Tx,
  work: ThreadWork,
  author: ThreadLine['author'],
): Promise<StoredAuthor> {
  const { ids } = work;
  if (author === null || !ids.people.has(author.person)) {
    return { memberId: await nobody(tx, work), institutionId: null, seat: null };
  }
  const { person, institution, seat } = author;
  const institutionId = institution === null ? null : (ids.institutions.get(institution) ?? null);
  return { memberId: person, institutionId, seat };
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

/** No time of an archive lies ahead. */
function noLater(house: House, text: string): Date {
  return new Date(Math.min(Date.parse(text), house.db.clock.now().getTime()));
}

async function postFrom(work: ThreadWork, line: PostLine) {
  const { house, ids, report } = work;
  const { id, language, quote, revision, body } = line;
  if (line.author !== null && !ids.people.has(line.author.person)) {
    report.mend('no-author', `post ${id}`);
  }
  const text = mended(body ?? '');
  const before = line.revisions.map(async (old) => {
    const said = mended(old.body);
    const { html } = await house.text.render(said);
    return { revision: old.revision, body: said, html, writtenAt: new Date(old.writtenAt) };
  });
  const createdAt = noLater(house, line.createdAt);
  return {
    id,
    body: text,
    rendered: await house.text.render(text),
    language,
    quotePostId: quote?.post ?? null,
    quoteText: quote?.text === undefined || quote.text === null ? null : mended(quote.text),
    createdAt,
    editedAt: dateOf(line.editedAt),
    deletedAt: body === null ? (dateOf(line.goneAt) ?? createdAt) : null,
    revision,
    revisions: await Promise.all(before),
    reactions: line.reactions
      .filter(({ person }) => ids.people.has(person))
      .map(({ person, kind, at }) => ({ memberId: person, kind, at: new Date(at) })),
  } satisfies Omit<StoredPost, 'author'>;
}

/** What is here of a thread: its row, and which of its posts, wherever they stand by now. */
async function findThere({ house }: ThreadWork, id: number, postIds: readonly number[]) {
  return house.db.query(async (orm) => {
    const [row] = await orm.select().from(thread).where(eq(thread.id, id));
    const known = new Set<number>();
    for (let at = 0; at < postIds.length; at += 1_000) {
      const part = postIds.slice(at, at + 1_000);
      const rows = await orm.select({ id: post.id }).from(post).where(inArray(post.id, part));
      for (const one of rows) known.add(one.id);
    }
    return { row, known };
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

interface Part {
  lines: readonly PostLine[];
  /** Nothing of the thread is here yet. */
  isFirst: boolean;
  isLast: boolean;
}

async function writePart(work: ThreadWork, line: ThreadLine, { lines, isFirst, isLast }: Part) {
  const { house, report } = work;
  const prepared = await Promise.all(lines.map((one) => postFrom(work, one)));
  await house.db.transaction({ memberId: null }, async (tx) => {
    const posts: StoredPost[] = [];
    for (const [index, one] of prepared.entries()) {
      posts.push({ ...one, author: await authorFor(tx, work, lines[index]?.author ?? null) });
    }
    if (isFirst) await writeNew(tx, work, line, posts);
    else await storePosts(house, tx, line.id, posts);
    if (isLast) await writeSynthesis(tx, work, line);
  });
  report.stored('posts', lines.length);
  if (isFirst) report.stored('threads', 1);
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

async function takeMissing(
  work: ThreadWork,
  line: ThreadLine,
  lines: readonly PostLine[],
): Promise<void> {
  const { ids, report } = work;
  const { row, known } = await findThere(
    work,
    line.id,
    lines.map(({ id }) => id),
  );
  const missing = lines.filter(({ id }) => !known.has(id));
  report.already(lines.length - missing.length);
  if (missing.length === 0) return;
  const spaceId = ids.spaces.get(line.space);
  if (spaceId === undefined) return report.leave('no-space', `thread ${line.id}`);
  const isForMore = row?.sharing === 'network' && line.sharing !== 'network';
  if (row !== undefined && (row.spaceId !== spaceId || row.state !== 'published' || isForMore)) {
    for (const { id } of missing) report.leave('elsewhere', `post ${id}`);
    return;
  }
  for (let at = 0; at < missing.length; at += postsAtOnce) {
    await writePart(work, line, {
      lines: missing.slice(at, at + postsAtOnce),
      isFirst: row === undefined && at === 0,
      isLast: at + postsAtOnce >= missing.length && row?.hasSynthesis !== true,
    });
  }
}
