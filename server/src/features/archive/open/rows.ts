import type { Sql } from 'postgres';
import { mayBeShown, standingPassage } from '../../threads/index.ts';
import type { FileName, Line } from './form.ts';

/** What an export holds beside what every member of the network may know. */
export interface Includes {
  privateSpaces: boolean;
  addresses: boolean;
}

const threadsAtOnce = 200;
const postsAtOnce = 500;

/** A time as the form writes it. */
function iso(sql: Sql, column: string) {
  return sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function named(sql: Sql, alias: string, prefix: string) {
  const column = (language: string) => sql(`${alias}.${prefix}_${language}`);
  return sql`json_build_object('en', ${column('en')}, 'fr', ${column('fr')}, 'ar', ${column('ar')})`;
}

/** Who wrote a row of `alias`; nobody where the label of the thread `t` promises that. */
function author(sql: Sql, alias: string) {
  const column = (name: string) => sql(`${alias}.author_${name}`);
  return sql`case when t.sharing = 'chatham' then null else json_build_object(
    'person', ${column('id')}, 'institution', ${column('institution_id')}, 'seat', ${column('seat')}) end`;
}

const takenSpaces = (sql: Sql, { privateSpaces }: Includes) =>
  sql`(${privateSpaces}::boolean or s.access <> 'private')`;

/** Of posts `p`: what an import could only keep the number of is none, and is missing again elsewhere. */
const isPost = (sql: Sql) => sql`p.seq is not null and (p.state <> 'deleted' or not exists (
  select from archive_item g where g.subject_id = p.id
    and g.key = 'counterpart:gap:' || p.thread_id || ':' || p.seq))`;

/** Who only wrote in an archive leaves with what they wrote. */
const isTold = (sql: Sql, includes: Includes) => sql`(m.state <> 'unclaimed' or exists (
  select from post p join thread t on t.id = p.thread_id join space s on s.id = t.space_id
  where p.author_id = m.id and t.state = 'published' and t.sharing <> 'chatham'
    and ${isPost(sql)} and ${takenSpaces(sql, includes)}))`;

type Lists = Exclude<FileName, 'threads.jsonl' | 'posts.jsonl'>;
type ListQueries = {
  [Name in Lists]: (sql: Sql, includes: Includes) => Promise<readonly Line<Name>[]>;
};

/** The files that are short enough to be read at once. */
export const lists: ListQueries = {
  'regions.jsonl': (sql) => sql`
    select r.slug, ${named(sql, 'r', 'name')} as names, r.position from region r
    order by r.position, r.slug`,
  'themes.jsonl': (sql) => sql`
    select h.slug, ${named(sql, 'h', 'name')} as names, h.position from theme h
    order by h.position, h.slug`,
  'institutions.jsonl': (sql) => sql`
    select i.id::float8 as id, i.kind, ${named(sql, 'i', 'name')} as names, i.country,
           i.region_slug as region, i.population, i.latitude, i.longitude, i.languages,
           i.geoname_id as "geonameId", ${iso(sql, 'i.created_at')} as "createdAt"
    from institution i order by i.created_at, i.id`,
  'people.jsonl': async (sql, includes) => {
    const { addresses } = includes;
    const rows = await sql<(Line<'people.jsonl'> & { email: string | null })[]>`
      select m.id::float8 as id, case when shown then p.name end as name,
             case when shown and ${addresses} then p.email end as email,
             m.institution_id::float8 as institution, m.seat, m.state,
             case when shown then coalesce(p.languages, '{}') else '{}' end as languages,
             case when shown then coalesce(p.locale, 'en') else 'en' end as locale,
             case when shown then p.about end as about,
             ${iso(sql, 'm.created_at')} as "createdAt"
      from member m left join member_person p on p.member_id = m.id,
           lateral (select m.state not in ('left', 'erased') as shown) as known
      where m.state <> 'invited' and ${isTold(sql, includes)} order by m.created_at, m.id`;
    return rows.map(({ email, ...row }) => (email === null ? row : { ...row, email }));
  },
  'spaces.jsonl': (sql, includes) => sql`
    select s.id::float8 as id, s.slug, s.access, ${named(sql, 's', 'name')} as names,
           ${named(sql, 's', 'purpose')} as purposes, s.position,
           ${iso(sql, 's.created_at')} as "createdAt",
           (select coalesce(json_agg(json_build_object('person', o.member_id,
                     'joinedAt', ${iso(sql, 'o.joined_at')}) order by o.joined_at, o.member_id), '[]')
            from space_member o where o.space_id = s.id) as members,
           (select coalesce(json_agg(json_build_object('person', g.member_id,
                     'from', ${iso(sql, 'g.from_at')}, 'until', ${iso(sql, 'g.until_at')})
                     order by g.from_at, g.member_id), '[]')
            from role_grant g where g.space_id = s.id) as facilitators
    from space s where ${takenSpaces(sql, includes)} order by s.created_at, s.id`,
};

/** How many posts an export will hold. */
export async function countPosts(sql: Sql, includes: Includes): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select coalesce(sum(t.last_seq), 0)::float8 as count
    from thread t join space s on s.id = t.space_id
    where t.state = 'published' and ${takenSpaces(sql, includes)}`;
  return row?.count ?? 0;
}

/** The threads that leave, the oldest first, some at a time. */
export async function* threadRows(sql: Sql, includes: Includes) {
  yield* sql<Line<'threads.jsonl'>[]>`
    select t.id::float8 as id, t.space_id::float8 as space, t.kind, t.title, t.language, t.sharing,
           ${author(sql, 't')} as author,
           array(select h.theme_slug from thread_theme h where h.thread_id = t.id
                 order by h.theme_slug) as themes,
           t.pinned, t.locked, t.revision, ${iso(sql, 't.created_at')} as "createdAt",
           case when y.thread_id is null then null else json_build_object(
             'author', ${author(sql, 'y')}, 'body', y.body, 'language', y.language,
             'revision', y.revision, 'updatedAt', ${iso(sql, 'y.updated_at')}) end as synthesis
    from thread t join space s on s.id = t.space_id left join synthesis y on y.thread_id = t.id
    where t.state = 'published' and ${takenSpaces(sql, includes)}
    order by t.created_at, t.id`.cursor(threadsAtOnce);
}

type PostLine = Line<'posts.jsonl'>;

/** A passage leaves where the page with the quote shows it: `html` is the post it is taken from. */
function quoteOf(quote: PostLine['quote'], html: string | null): PostLine['quote'] {
  const text = quote === null || html === null ? null : standingPassage(html, quote.text);
  return quote && { ...quote, text };
}

/** The posts of these threads in the order of their numbers, some at a time. */
export async function* postRows(
  sql: Sql,
  threadIds: readonly number[],
): AsyncGenerator<PostLine[]> {
  const batches = sql<(PostLine & { html: string | null })[]>`
    select p.id::float8 as id, p.thread_id::float8 as thread, p.seq, ${author(sql, 'p')} as author,
           case when p.state = 'published' then p.body end as body, p.language,
           case when p.quote_post_id is null or p.state <> 'published' then null
                else json_build_object('post', p.quote_post_id, 'text', p.quote_text) end as quote,
           ${iso(sql, 'p.created_at')} as "createdAt", ${iso(sql, 'p.edited_at')} as "editedAt",
           ${iso(sql, 'p.deleted_at')} as "goneAt", p.revision,
           (select coalesce(json_agg(json_build_object('revision', v.revision, 'body', v.body,
                     'writtenAt', ${iso(sql, 'v.written_at')}) order by v.revision), '[]')
            from post_revision v where v.post_id = p.id and p.state = 'published') as revisions,
           (select coalesce(json_agg(json_build_object('person', a.member_id, 'kind', a.kind,
                     'at', ${iso(sql, 'a.reacted_at')}) order by a.reacted_at, a.member_id, a.kind), '[]')
            from post_reaction a where a.post_id = p.id and p.state = 'published'
              and t.sharing <> 'chatham') as reactions,
           (select q.html from post q join thread qt on qt.id = q.thread_id
                               join space qs on qs.id = qt.space_id
            where q.id = p.quote_post_id and p.quote_text is not null
              and q.state = 'published' and ${mayBeShown(sql, 'p')}) as html
    from unnest(${sql.array([...threadIds])}::bigint[]) with ordinality as wanted (id, place)
    join thread t on t.id = wanted.id join post p on p.thread_id = t.id
    where ${isPost(sql)} order by wanted.place, p.seq`.cursor(postsAtOnce);
  for await (const rows of batches)
    yield rows.map(({ html, ...row }) => ({ ...row, quote: quoteOf(row.quote, html) }));
}
