import type { BookmarkView, DraftView, ThreadSummary } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { getPosts, listThreads, type ThreadMemory, visibleThreads } from '../threads/index.ts';
import { type DraftRow, storedDraftView } from './view.ts';

interface BookmarkRow {
  postId: number;
  title: string;
  note: string | null;
  keptAt: Date;
}

/** The posts the actor kept and may still read, newest first. */
export async function listBookmarks(
  house: House,
  actor: Actor,
  { cursor, limit = 20 }: { cursor?: string; limit?: number },
): Promise<{ items: BookmarkView[]; next: string | null }> {
  const after = cursor === undefined ? undefined : readCursor(cursor, 'time', 'whole');
  const rows = await house.db.read(
    (sql) => sql<BookmarkRow[]>`
      select b.post_id::float8 as "postId", thread.title, b.note, b.kept_at as "keptAt"
      from bookmark b
      join post on post.id = b.post_id
      join thread on thread.id = post.thread_id
      where b.member_id = ${actor.memberId} and post.seq is not null and ${visibleThreads(sql, actor)}
        ${after === undefined ? sql`` : sql`and (b.kept_at, b.post_id) < (${after[0]}, ${after[1]})`}
      order by b.kept_at desc, b.post_id desc limit ${sql.unsafe(String(limit + 1))}`,
  );
  const shown = rows.slice(0, limit);
  const posts = await getPosts(
    house,
    actor,
    shown.map(({ postId }) => postId),
  );
  const byId = new Map(posts.map((post) => [post.id, post]));
  const items = shown.flatMap(({ postId, title, note, keptAt }) => {
    const post = byId.get(postId);
    return post ? [{ post, threadTitle: title, note, keptAt: keptAt.toISOString() }] : [];
  });
  const last = shown.at(-1);
  const next =
    rows.length > limit && last ? writeCursor([last.keptAt.getTime(), last.postId]) : null;
  return { items, next };
}

interface PlacedDraftRow extends DraftRow {
  place: string;
  threadId: number | null;
  threadTitle: string | null;
}

/** What the actor has typed and not sent; the title of a thread only while they may read it. */
export async function listDrafts(house: House, actor: Actor): Promise<DraftView[]> {
  const rows = await house.db.read(
    (sql) => sql<PlacedDraftRow[]>`
      select draft.place, draft.thread_id::float8 as "threadId", thread.title as "threadTitle",
             draft.content, draft.updated_at as "updatedAt"
      from draft
      left join thread on thread.id = draft.thread_id and ${visibleThreads(sql, actor)}
      where draft.member_id = ${actor.memberId}
      order by draft.updated_at desc limit 100`,
  );
  return rows.map((row) => ({ ...row, ...storedDraftView(row) }));
}

/**
 * Which of these threads every member of the network may read: only they may lie on a device. The label
 * and the space decide, whatever this actor may read besides.
 */
export async function listKeepable(
  house: House,
  actor: Actor,
  ids: readonly number[],
): Promise<number[]> {
  const rows = await house.db.read(
    (sql) => sql<{ id: number }[]>`
      select thread.id::float8 as id
      from thread join space on space.id = thread.space_id
      where thread.id in ${sql([...ids])} and thread.sharing = 'network' and space.access = 'open'
        and ${visibleThreads(sql, actor)}`,
  );
  return rows.map(({ id }) => id);
}

const shownAtHome = 4;

interface Candidate {
  thread: ThreadSummary;
  because: ('theme' | 'language' | 'region' | 'unanswered')[];
}

/** What the actor has shown to know: themes, languages and region of what they wrote and where. */
async function knowledgeOf(house: House, actor: Actor) {
  const [row] = await house.db.read(
    (sql) => sql<{ themes: string[]; languages: string[]; region: string | null }[]>`
      select array(
               select distinct tt.theme_slug from post
               join thread_theme tt on tt.thread_id = post.thread_id
               where post.author_id = ${actor.memberId} and post.state = 'published') as themes,
             coalesce((select p.languages from member_person p
                       where p.member_id = ${actor.memberId}), '{}') as languages,
             (select i.region_slug from institution i
              where i.id = ${actor.institutionId}::bigint) as region`,
  );
  return row ?? { themes: [], languages: [], region: null };
}

async function regionsOf(house: House, institutions: readonly number[]) {
  if (institutions.length === 0) return new Map<number, string | null>();
  const rows = await house.db.read(
    (sql) => sql<{ id: number; region: string | null }[]>`
      select id::float8 as id, region_slug as region from institution
      where id in ${sql([...institutions])}`,
  );
  return new Map(rows.map(({ id, region }) => [id, region]));
}

function institutionOf(thread: ThreadSummary): number | undefined {
  return thread.author.member.institution?.id;
}

/** Questions without an answer that fit what the actor knows, best fit first, each with its reasons. */
async function couldAnswer(house: House, memory: ThreadMemory, actor: Actor): Promise<Candidate[]> {
  const [items, known] = await Promise.all([
    listThreads(house, memory, actor, { filter: 'unanswered', limit: 50 }),
    knowledgeOf(house, actor),
  ]);
  const open = items.filter(({ author, locked }) => author.member.id !== actor.memberId && !locked);
  const regions = await regionsOf(
    house,
    open.flatMap((thread) => institutionOf(thread) ?? []),
  );
  const judged = open.map((thread): Candidate => {
    const because: Candidate['because'] = [];
    if (thread.themes.some((theme) => known.themes.includes(theme))) because.push('theme');
    if (known.languages.includes(thread.language)) because.push('language');
    const region = regions.get(institutionOf(thread) ?? 0);
    if (region !== undefined && region === known.region) because.push('region');
    return { thread, because: because.length > 0 ? because : ['unanswered'] };
  });
  const fit = ({ because }: Candidate) => (because[0] === 'unanswered' ? 0 : because.length);
  return judged.toSorted((one, other) => fit(other) - fit(one)).slice(0, shownAtHome);
}

/** What waits for the actor: questions they could answer, news in what they follow. */
export async function getHome(house: House, memory: ThreadMemory, actor: Actor) {
  const [questions, following] = await Promise.all([
    couldAnswer(house, memory, actor),
    listThreads(house, memory, actor, { filter: 'unread', limit: shownAtHome + 2 }),
  ]);
  return { couldAnswer: questions, following };
}
