import type { TestMember, TestSpace } from '@counterpart/db/testing';
import type { TestApp } from './app.ts';

export interface Archive {
  /** In two open spaces and the restricted one; has opened and followed some hundred threads. */
  member: TestMember;
  /** `old` is open, holds half of all threads, and many questions in it were never answered. */
  spaces: { open: TestSpace; restricted: TestSpace; private: TestSpace; old: TestSpace };
  /** Of a tenth of all threads. */
  theme: string;
  /** Of a hundredth. */
  rareTheme: string;
  institutionId: number;
}

export interface ArchiveSize {
  threads: number;
  posts: number;
  /** Threads that each member has opened. */
  readPerMember: number;
}

async function peopleAndRooms({ make }: TestApp) {
  const institutions = await Promise.all(Array.from({ length: 60 }, () => make.anInstitution()));
  const members = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      make.aMember({ institutionId: institutions[n % 60] ?? null }),
    ),
  );
  const [member] = members;
  if (member === undefined) throw new Error('Nobody is there.');
  const inside = { members: members.slice(0, 40) };
  const others = { members: members.slice(40, 80) };
  const open = await make.aSpace(inside);
  const restricted = await make.aSpace({ ...inside, access: 'restricted' });
  const secret = await make.aSpace({ ...others, access: 'private' });
  const old = await make.aSpace();
  const rooms = [
    open,
    restricted,
    secret,
    await make.aSpace(inside),
    await make.aSpace({ ...others, access: 'restricted' }),
  ];
  const themes = await Promise.all(Array.from({ length: 20 }, () => make.aTheme()));
  const rare = await make.aTheme();
  const spaces = { open, restricted, private: secret, old };
  return { members, member, spaces, rooms, themes, rare };
}

type Filled = Awaited<ReturnType<typeof peopleAndRooms>>;

/**
 * Half of the threads lie in one open space, as an archive that was brought in would; there every
 * second question has no answer, and elsewhere few. Announcements are few everywhere.
 */
async function fillThreads({ sql }: TestApp, { rooms, spaces, members }: Filled, count: number) {
  const ids = (rows: readonly { id: number }[]) => sql.array(rows.map(({ id }) => id));
  await sql`
    insert into thread (id, space_id, kind, title, language, sharing, author_id,
      author_institution_id, author_seat, excerpt, last_seq, post_count, answered_at,
      created_at, last_activity_at)
    select 1000000 + n, room.id,
      case when n % 500 = 0 then 'announcement' when n % 5 = 3 then 'discussion' else 'question' end,
      'Thread ' || n, 'en',
      case when room.access = 'open' and n % 7 > 0 then 'network' else 'space' end,
      author.id, author.institution_id, 'practitioner', 'An excerpt of thread ' || n, 0, 0,
      case when n % (case when room.id = ${spaces.old.id} then 40 else 97 end) > 0 then now() end,
      now() - make_interval(mins => n * 60), now() - make_interval(mins => (n * 7919) % 500000)
    from generate_series(1, ${count}::int) n
    join lateral (select case when n % 2 = 0 then ${spaces.old.id}::bigint
      else (${ids(rooms)}::bigint[])[1 + (n * 31) % ${rooms.length}] end as id) r on true
    join space room on room.id = r.id
    join member author on author.id = (${ids(members)}::bigint[])[1 + (n * 17) % ${members.length}]`;
}

async function fillPosts({ sql }: TestApp, { members }: Filled, { threads, posts }: ArchiveSize) {
  await sql`
    insert into post (id, thread_id, seq, state, author_id, author_seat, body, html, html_version,
      language, created_at)
    select 10000000 + n, 1000000 + 1 + (n - 1) % ${threads}, 1 + (n - 1) / ${threads}, 'published',
      (${sql.array(members.map(({ id }) => id))}::bigint[])[1 + (n * 13) % ${members.length}],
      'practitioner', 'Post ' || n, '<p>Post ' || n || '</p>', 1, 'en', now()
    from generate_series(1, ${posts}::int) n`;
  await sql`
    update thread set last_seq = counted.posts, post_count = counted.posts
    from (select thread_id, count(*)::int as posts from post group by thread_id) counted
    where counted.thread_id = thread.id`;
}

async function fillThemes({ sql }: TestApp, { themes, rare }: Filled, count: number) {
  await sql`
    insert into thread_theme (thread_id, theme_slug, created_at, last_activity_at)
    select thread.id, about.slug, thread.created_at, thread.last_activity_at
    from generate_series(1, ${count}::int) n
    join thread on thread.id = 1000000 + n
    cross join lateral (
      select (${sql.array([...themes])}::text[])[1 + (n * 11 + part * 7) % ${themes.length}] as slug
      from generate_series(0, 1) part
      union all select ${rare} where n % 100 = 1) about`;
}

async function fillReading(
  { sql }: TestApp,
  { members }: Filled,
  { threads, posts, readPerMember }: ArchiveSize,
) {
  const ids = sql.array(members.map(({ id }) => id));
  await sql`
    insert into thread_reader (member_id, thread_id, read_seq, opened_at, follow)
    select m.id, 1000000 + 1 + (m.n * 997 + part * 19) % ${threads}, part % 14, now(),
      (array['all', 'mentions', 'muted', null, null])[1 + part % 5]
    from unnest(${ids}::bigint[]) with ordinality m(id, n),
      generate_series(1, ${readPerMember}::int) part
    on conflict do nothing`;
  await sql`
    insert into post_mention (post_id, thread_id, kind, subject_id)
    select post.id, post.thread_id, 'member', (${ids}::bigint[])[1 + (n * 7) % ${members.length}]
    from generate_series(1, ${posts}::int, 10) n join post on post.id = 10000000 + n`;
}

/**
 * Leaves the tables as a quiet database would: counted, and every page marked as visible to all. A query that runs
 * meanwhile keeps pages from being marked, so that plans from an index alone would not be chosen: then once more.
 */
async function tidy({ sql }: TestApp) {
  for (let left = 50; left > 0; left -= 1) {
    await sql`vacuum analyze`;
    const [row] = await sql<[{ done: boolean }]>`
      select bool_and(relallvisible >= relpages) as done from pg_class
      where oid = any(array['post', 'thread', 'thread_reader', 'post_mention']::regclass[])`;
    if (row.done) return;
  }
  throw new Error(
    'Something in this database holds a transaction open: pages stay unmarked after every vacuum.',
  );
}

/** An archive of a grown network, made by the database itself in seconds. */
export async function anArchive(t: TestApp, size: ArchiveSize): Promise<Archive> {
  const filled = await peopleAndRooms(t);
  await fillThreads(t, filled, size.threads);
  await fillThemes(t, filled, size.threads);
  await fillPosts(t, filled, size);
  await fillReading(t, filled, size);
  await tidy(t);
  const { member, spaces, themes, rare } = filled;
  const institutionId = member.institutionId ?? 0;
  return { member, spaces, theme: themes[0] ?? '', rareTheme: rare, institutionId };
}
