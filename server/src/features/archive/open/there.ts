import { archiveItem, post, synthesis, thread, threadTheme } from '@counterpart/db/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { type Lacking, mentionsSince } from '../../threads/index.ts';
import type { Line } from './form.ts';
import { noteKeys } from './notes.ts';
import { institutionFor, type Work } from './work.ts';

type ThreadLine = Line<'threads.jsonl'>;
type PostLine = Line<'posts.jsonl'>;

/** Who wrote something that is here, and for whom. */
interface Written {
  authorId: number;
  authorInstitutionId: number | null;
}

/** What is here of a thread. */
export interface There {
  row: typeof thread.$inferSelect | undefined;
  themes: Set<string>;
  synthesis: Written | undefined;
  /** Those of its posts that are here, wherever they stand by now. */
  known: Map<number, Written & { threadId: number }>;
  /** The empty posts that keep the numbers of others. */
  gaps: Map<number, number>;
}

export async function findThere(
  { house }: Work,
  id: number,
  lines: readonly PostLine[],
): Promise<There> {
  return house.db.query(async (orm) => {
    const [row] = await orm.select().from(thread).where(eq(thread.id, id));
    const there: There = {
      row,
      themes: new Set(),
      synthesis: undefined,
      known: new Map(),
      gaps: new Map(),
    };
    if (row !== undefined) {
      const own = eq(threadTheme.threadId, id);
      const themes = await orm.select({ slug: threadTheme.themeSlug }).from(threadTheme).where(own);
      for (const { slug } of themes) there.themes.add(slug);
      [there.synthesis] = await orm.select().from(synthesis).where(eq(synthesis.threadId, id));
    }
    for (let at = 0; at < lines.length; at += 1_000) {
      const part = lines.slice(at, at + 1_000);
      const ids = part.map((line) => line.id);
      const rows = await orm
        .select({
          id: post.id,
          threadId: post.threadId,
          authorId: post.authorId,
          authorInstitutionId: post.authorInstitutionId,
        })
        .from(post)
        .where(inArray(post.id, ids));
      for (const one of rows) there.known.set(one.id, one);
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

/** The institution for which something here was written, when only the archive knows it. */
function lackedBy(work: Work, here: Written | undefined, author: PostLine['author']) {
  if (here === undefined || here.authorInstitutionId !== null) return null;
  const isTheirs = here.authorId === author?.person && work.ids.people.has(here.authorId);
  return isTheirs ? institutionFor(work, author) : null;
}

/** For which institution posts that are here were written, where only the archive knows it. */
function postsLacking(
  work: Work,
  lines: readonly PostLine[],
  known: There['known'],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const { id, thread: threadId, author } of lines) {
    const here = known.get(id);
    const institution = here?.threadId === threadId ? lackedBy(work, here, author) : null;
    if (institution !== null) found.set(id, institution);
  }
  return found;
}

/**
 * What is here of a thread, and lacks what could not be read when it came; undefined when nothing does. Themes
 * come only as long as nobody has edited the thread here.
 */
export async function lackingOf(
  work: Work & { themes: ReadonlySet<string> },
  line: ThreadLine,
  lines: readonly PostLine[],
  { row, themes: own, synthesis: summed, known }: There,
): Promise<Lacking | undefined> {
  if (row === undefined) return undefined;
  const isUnchanged = row.revision === line.revision;
  const themes = line.themes.filter((slug) => work.themes.has(slug) && !own.has(slug));
  const mentioning = lines.filter(({ id, body }) => known.has(id) && body?.includes('@'));
  const ids = mentioning.map(({ id }) => id);
  const lacking: Lacking = {
    themes: isUnchanged ? themes : [],
    institutionId: lackedBy(work, row, line.author),
    synthesisInstitutionId: lackedBy(work, summed, line.synthesis?.author ?? null),
    posts: postsLacking(work, lines, known),
    mentions: await work.house.db.query((orm) => mentionsSince(orm, row.id, ids)),
  };
  const { institutionId, synthesisInstitutionId, posts, mentions } = lacking;
  const isWhole =
    lacking.themes.length + posts.size + mentions.length === 0 &&
    institutionId === null &&
    synthesisInstitutionId === null;
  return isWhole ? undefined : lacking;
}
