import type {
  MemberBrief,
  PostView,
  Sharing,
  SynthesisView,
  ThreadView,
} from '@counterpart/contract';
import type { Sql } from 'postgres';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import { institutionJson, type MemberRow, memberBriefView } from '../institutions/index.ts';
import { readableSpaces, visibleThreads } from '../spaces/index.ts';
import { postFor } from './access.ts';
import {
  loadMentioned,
  loadPosts,
  loadSummaries,
  loadThreads,
  type SharedSummary,
} from './load.ts';
import { maySeeRevisions } from './policy.ts';
import { withMentions } from './view.ts';

/** One thread as every reader sees it, when the actor may read it. */
export async function getThread(house: House, actor: Actor, id: number): Promise<ThreadView> {
  return house.db.read(async (sql) => {
    const [readable] = await sql`
      select from thread where thread.id = ${id} and ${visibleThreads(sql, actor)}`;
    const [thread] = readable === undefined ? [] : await loadThreads(sql, [id]);
    if (thread === undefined) throw notFound();
    return thread;
  });
}

/** Threads by id as lists show them, leaving out those the actor may not read. */
export async function getSummaries(
  house: House,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, SharedSummary>> {
  const found = await house.db.read((sql) => loadSummaries(sql, ids, visibleThreads(sql, actor)));
  return new Map(found.map(({ view }) => [view.id, view]));
}

/** The syntheses of threads by their ids, leaving out those the actor may not read. */
export async function getSyntheses(
  house: House,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, SynthesisView>> {
  if (ids.length === 0) return new Map();
  const found = await house.db.read((sql) => loadThreads(sql, ids, visibleThreads(sql, actor)));
  return new Map(found.flatMap(({ id, synthesis }) => (synthesis ? [[id, synthesis]] : [])));
}

/** Posts by id in the order asked for, leaving out those the actor may not read. */
export async function getPosts(
  house: House,
  actor: Actor,
  ids: readonly number[],
): Promise<PostView[]> {
  if (ids.length === 0) return [];
  return house.db.read(async (sql) => {
    const views = await loadPosts(
      sql,
      ids,
      sql`post.seq is not null and exists (
        select from thread where thread.id = post.thread_id and ${visibleThreads(sql, actor)})`,
    );
    const byId = new Map(views.map((view) => [view.id, view]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  });
}

export async function getPost(house: House, actor: Actor, id: number): Promise<PostView> {
  const [post] = await getPosts(house, actor, [id]);
  if (post === undefined) throw notFound();
  return post;
}

/** What a post said before, newest first. */
export async function listRevisions(house: House, actor: Actor, id: number) {
  const { post } = await house.db.query((orm) => postFor(orm, actor, id));
  if (!maySeeRevisions(actor, post)) return [];
  return house.db.read(async (sql) => {
    const rows = await sql<{ revision: number; body: string; html: string; writtenAt: Date }[]>`
      select revision, body, html, written_at as "writtenAt" from post_revision
      where post_id = ${id} order by revision desc limit 200`;
    const htmls = rows.map(({ html }) => html);
    const mentioned = await loadMentioned(sql, htmls, post.language);
    return rows.map((row) => ({
      ...row,
      html: withMentions(row.html, mentioned),
      writtenAt: row.writtenAt.toISOString(),
    }));
  });
}

const mentionableShown = 8;

type Place = { threadId: number } | { spaceId: number; sharing: Sharing };

/** The place with what decides about its readers; no row when the actor is not among them. */
function selectPlace(sql: Sql, actor: Actor, place: Place) {
  return 'threadId' in place
    ? sql`select space.id, space.access, thread.sharing
          from thread join space on space.id = thread.space_id
          where thread.id = ${place.threadId} and ${visibleThreads(sql, actor)}`
    : sql`select space.id, space.access, ${place.sharing}::text as sharing from space
          where space.id = ${place.spaceId} and ${readableSpaces(sql, actor)}`;
}

function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Members who may read this thread or space and whose name has a word that begins with `q`. */
export async function listMentionable(
  house: House,
  actor: Actor,
  place: Place,
  q: string,
): Promise<MemberBrief[]> {
  const pattern = likePattern(q.normalize('NFC').trim());
  const now = house.db.clock.now();
  const rows = await house.db.read(
    (sql) => sql<MemberRow[]>`
      with place as (${selectPlace(sql, actor, place)})
      select m.id::float8 as id, p.name, m.state, m.seat, ${institutionJson(sql, 'i')} as institution
      from place
      join member m on m.state = 'active' and m.id <> ${actor.memberId}
      join member_person p on p.member_id = m.id
      left join institution i on i.id = m.institution_id
      where (p.name ilike ${`${pattern}%`} or p.name ilike ${`% ${pattern}%`})
        and ((place.access = 'open' and place.sharing = 'network')
          or exists (select from space_member sm
                     where sm.space_id = place.id and sm.member_id = m.id)
          or (place.access <> 'private' and exists (
            select from role_grant g where g.member_id = m.id and g.role in ('moderator', 'admin')
              and g.from_at <= ${now} and (g.until_at is null or g.until_at > ${now}))))
      order by (m.institution_id is not distinct from ${actor.institutionId}::bigint) desc, p.name, m.id
      limit ${mentionableShown}`,
  );
  if (rows.length === 0) {
    const [readable] = await house.db.read((sql) => selectPlace(sql, actor, place));
    if (readable === undefined) throw notFound();
  }
  return rows.map(memberBriefView);
}

/** The id of the post with which a thread began. */
export async function firstPostOf(house: House, threadId: number): Promise<number> {
  const [first] = await house.db.read(
    (sql) => sql<{ id: number }[]>`
      select id::float8 as id from post where thread_id = ${threadId} and seq = 1`,
  );
  if (first === undefined) throw notFound();
  return first.id;
}
