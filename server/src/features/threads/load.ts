import type { PostView, ThreadSummary, ThreadView } from '@counterpart/contract';
import { mentionsInHtml } from '@counterpart/text/mentions';
import type { Fragment, Sql } from 'postgres';
import { institutionJson, selectInstitutions } from '../institutions/index.ts';
import { mayBeShown } from './quotes.ts';
import {
  type MentionRow,
  type PostRow,
  postView,
  type ThreadBriefRow,
  type ThreadRow,
  threadBriefView,
  threadView,
} from './view.ts';
import { joinVoices, selectVoices, type Voices, type VoicesRow, voicesOf } from './voices.ts';

/**
 * A member as JSON with institution and seat of the time of writing: of `row`, a table alias that
 * has author_id, author_institution_id and author_seat; m, p, i are the aliases of the joins.
 */
function authorJson(sql: Sql, row: string, [m, p, i]: readonly [string, string, string]) {
  return sql`json_build_object('id', ${sql(m)}.id, 'name', ${sql(p)}.name, 'state', ${sql(m)}.state,
    'seat', ${sql(row)}.author_seat, 'institution', ${institutionJson(sql, i)})`;
}

function authorJoins(sql: Sql, row: string, [m, p, i]: readonly [string, string, string]) {
  return sql`join member ${sql(m)} on ${sql(m)}.id = ${sql(row)}.author_id
    left join member_person ${sql(p)} on ${sql(p)}.member_id = ${sql(m)}.id
    left join institution ${sql(i)} on ${sql(i)}.id = ${sql(row)}.author_institution_id`;
}

const ofPost = ['m', 'p', 'i'] as const;
const ofQuote = ['qm', 'qp', 'qi'] as const;

/**
 * Posts by id with all that their views need, in one statement. Access is the caller's matter, who may
 * narrow it by a condition on `post`.
 */
export async function loadPosts(
  sql: Sql,
  ids: readonly number[],
  condition: Fragment = sql`true`,
): Promise<PostView[]> {
  if (ids.length === 0) return [];
  const rows = await sql<PostRow[]>`
    select post.id::float8 as id, post.thread_id::float8 as "threadId", coalesce(post.seq, 0) as seq,
           post.state, post.revision, post.version, post.body, post.html, post.language,
           post.created_at as "createdAt", post.edited_at as "editedAt",
           post.useful_count as useful, post.tried_count as tried, post.talk_count as talk,
           ${authorJson(sql, 'post', ofPost)} as author,
           case when q.id is not null then json_build_object(
             'postId', q.id, 'threadId', q.thread_id, 'seq', coalesce(q.seq, 0), 'state', q.state,
             'html', q.html, 'text', post.quote_text, 'language', q.language,
             'author', ${authorJson(sql, 'q', ofQuote)},
             'shareable', ${mayBeShown(sql, 'post')}) end as quote,
           (select json_agg(json_build_object('kind', mention.kind, 'id', mention.subject_id, 'name',
              coalesce(case when mm.state not in ('left', 'erased') then mp.name end,
                case post.language when 'fr' then mi.name_fr when 'ar' then mi.name_ar else mi.name_en end)))
            from post_mention mention
            left join member mm on mention.kind = 'member' and mm.id = mention.subject_id
            left join member_person mp on mp.member_id = mm.id
            left join institution mi on mention.kind = 'institution' and mi.id = mention.subject_id
            where mention.post_id = post.id) as mentions
    from post
    ${authorJoins(sql, 'post', ofPost)}
    left join post q on q.id = post.quote_post_id
    left join thread qt on qt.id = q.thread_id
    left join space qs on qs.id = qt.space_id
    left join member qm on qm.id = q.author_id
    left join member_person qp on qp.member_id = qm.id
    left join institution qi on qi.id = q.author_institution_id
    where post.id = any(${[...ids]}::bigint[]) and ${condition}`;
  return rows.map(postView);
}

/** Names of those whom these texts mention, as they are now; members who left have none. */
export async function loadMentioned(
  sql: Sql,
  htmls: readonly string[],
  language: string,
): Promise<MentionRow[]> {
  const mentions = htmls.flatMap(mentionsInHtml);
  if (mentions.length === 0) return [];
  const idsOf = (kind: MentionRow['kind']) => [
    ...new Set(mentions.filter((mention) => mention.kind === kind).map(({ id }) => id)),
  ];
  const rows = await sql<MentionRow[]>`
    select 'member' as kind, m.id::float8 as id,
           case when m.state not in ('left', 'erased') then p.name end as name
    from member m left join member_person p on p.member_id = m.id
    where m.id = any(${idsOf('member')}::bigint[])
    union all
    select 'institution', i.id::float8,
           case ${language} when 'fr' then i.name_fr when 'ar' then i.name_ar else i.name_en end
    from institution i where i.id = any(${idsOf('institution')}::bigint[])`;
  return [...rows];
}

/** Columns of a thread with space and author as its brief view wants them. */
export function selectThreadBrief(sql: Sql) {
  return sql`
    thread.id::float8 as id, thread.kind, thread.title, thread.language, thread.sharing,
    thread.created_at as "createdAt", thread.last_activity_at as "lastActivityAt",
    thread.post_count as posts, thread.last_seq as "lastSeq", thread.pinned, thread.locked,
    thread.version,
    array(select theme_slug from thread_theme where thread_id = thread.id order by theme_slug) as themes,
    json_build_object('id', space.id, 'slug', space.slug, 'access', space.access,
      'nameEn', space.name_en, 'nameFr', space.name_fr, 'nameAr', space.name_ar) as space,
    ${authorJson(sql, 'thread', ofPost)} as author`;
}

export function joinThreadBrief(sql: Sql) {
  return sql`join space on space.id = thread.space_id ${authorJoins(sql, 'thread', ofPost)}`;
}

function selectSynthesis(sql: Sql) {
  return sql`(select json_build_object(
      'body', synthesis.body, 'html', synthesis.html, 'language', synthesis.language,
      'revision', synthesis.revision, 'updatedAt', synthesis.updated_at,
      'author', ${authorJson(sql, 'synthesis', ofQuote)},
      'sources', coalesce((
        select json_agg(json_build_object('postId', s.id, 'seq', s.seq) order by s.seq)
        from synthesis_source source join post s on s.id = source.post_id
        where source.thread_id = thread.id and s.state = 'published'), '[]'))
    from synthesis ${authorJoins(sql, 'synthesis', ofQuote)}
    where synthesis.thread_id = thread.id)`;
}

/** Threads by id as every reader sees them, in one statement. Access is the caller's matter. */
export async function loadThreads(
  sql: Sql,
  ids: readonly number[],
  condition?: Fragment,
): Promise<ThreadView[]> {
  return (await loadThreadsWithVoices(sql, ids, condition)).map(({ view }) => view);
}

/** The same with who has written in them. */
export async function loadThreadsWithVoices(
  sql: Sql,
  ids: readonly number[],
  condition: Fragment = sql`true`,
): Promise<{ view: ThreadView; voices: Voices }[]> {
  if (ids.length === 0) return [];
  const rows = await sql<(ThreadRow & VoicesRow)[]>`
    select ${selectThreadBrief(sql)}, thread.revision, ${selectVoices(sql)},
           thread.author_institution_id::float8 as "authorInstitutionId",
           coalesce(voices.institutions, '{}')::float8[] as "institutionIds",
           ${selectSynthesis(sql)} as synthesis,
           (select coalesce(json_agg(found), '[]') from (
              ${selectInstitutions(sql)}
              where i.id = any(voices.institutions) or i.id = thread.author_institution_id) found
           ) as institutions
    from thread ${joinThreadBrief(sql)} ${joinVoices(sql)}
    where thread.id = any(${[...ids]}::bigint[]) and ${condition}`;
  return rows.map((row) => ({
    view: threadView(row),
    voices: voicesOf(row),
  }));
}

export type SharedSummary = Omit<ThreadSummary, 'unread' | 'isNew'>;

/**
 * Threads as lists show them to every reader, in one statement. Access is the caller's matter, who may
 * narrow it by a condition on `thread`.
 */
export async function loadSummaries(
  sql: Sql,
  ids: readonly number[],
  condition: Fragment = sql`true`,
): Promise<{ view: SharedSummary; voices: Voices }[]> {
  if (ids.length === 0) return [];
  const rows = await sql<
    (ThreadBriefRow & VoicesRow & Pick<ThreadSummary, 'excerpt' | 'hasSynthesis'>)[]
  >`
    select ${selectThreadBrief(sql)}, thread.excerpt, thread.has_synthesis as "hasSynthesis",
           ${selectVoices(sql)}
    from thread ${joinThreadBrief(sql)} ${joinVoices(sql)}
    where thread.id = any(${[...ids]}::bigint[]) and ${condition}`;
  return rows.map((row) => ({
    view: {
      ...threadBriefView(row),
      excerpt: row.excerpt,
      hasSynthesis: row.hasSynthesis,
    },
    voices: voicesOf(row),
  }));
}
