import type { FollowLevel, ReactionKind, ThreadMine } from '@counterpart/contract';
import type { Sql } from 'postgres';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import { WrittenJson } from '../../platform/serve.ts';
import type { SharedView } from '../../platform/shared-views.ts';
import { visibleThreads } from '../spaces/index.ts';
import type { PostInMemory, ThreadMemory } from './memory.ts';
import { postCan, type ThreadFacts, threadCan } from './policy.ts';
import { unreadIn, type Voices } from './voices.ts';

interface PageRow extends Omit<ThreadFacts, 'space' | 'tookPart'> {
  id: number;
  version: number;
  lastSeq: number;
  spaceId: number;
  access: ThreadFacts['space']['access'];
  joined: boolean;
  readSeq: number;
  follow: FollowLevel | null;
  /** Posts of the window as `{1,2,3}`, in their order, and their versions; null when there are none. */
  ids: string | null;
  versions: string | null;
  /** The actor's own: `id kind,id kind` and `id,id`; null when there are none. */
  reactions: string | null;
  kept: string | null;
}

export interface Window {
  id: number;
  /** A post number; undefined: where the reader left off. */
  from: number | undefined;
  limit: number;
}

/** How many posts one has read stand above the first unread, so that one knows where one is. */
const shownBeforeUnread = 2;

/**
 * One small statement: may the actor read it, what is their own part, and which posts in which version
 * are in the window. Everything else is the same for every reader and comes from memory. Numbers have
 * no gaps, so a window is a range of them.
 */
function selectPage(sql: Sql, actor: Actor, { id, from, limit }: Window) {
  const me = actor.memberId;
  return sql<PageRow[]>`
    select thread.id::float8 as id, thread.version, thread.kind, thread.sharing, thread.locked,
           thread.last_seq as "lastSeq", thread.author_id::float8 as "authorId",
           thread.space_id::float8 as "spaceId", space.access,
           exists (select from space_member own
                   where own.space_id = thread.space_id and own.member_id = ${me}) as joined,
           coalesce(reader.read_seq, 0) as "readSeq", reader.follow,
           page.ids::text as ids, page.versions::text as versions,
           (select string_agg(r.post_id || ' ' || r.kind, ',' order by r.kind) from post_reaction r
            where r.member_id = ${me} and r.post_id = any(page.ids)) as reactions,
           (select string_agg(b.post_id::text, ',') from bookmark b
            where b.member_id = ${me} and b.post_id = any(page.ids)) as kept
    from thread
    join space on space.id = thread.space_id
    left join thread_reader reader on reader.thread_id = thread.id and reader.member_id = ${me}
    cross join lateral (
      select greatest(1, coalesce(${from ?? null}::int, case when reader.member_id is null then 1
        else least(reader.read_seq + 1 - ${shownBeforeUnread}, thread.last_seq - ${limit} + 1) end)) as seq
    ) first
    left join lateral (
      select array_agg(p.id order by p.seq) as ids, array_agg(p.version order by p.seq) as versions
      from post p
      where p.thread_id = thread.id and p.seq >= first.seq and p.seq < first.seq + ${limit}
    ) page on true
    where thread.id = ${id} and ${visibleThreads(sql, actor)}`;
}

/** The numbers in `{1,2,3}` or `1,2,3`. */
function numbersIn(list: string | null): number[] {
  if (list === null) return [];
  return list.replace(/^{|}$/g, '').split(',').map(Number);
}

type WindowPost = SharedView<PostInMemory>;

/** Kinds by the id of the post. */
function reactionsIn(list: string | null): Map<number, ReactionKind[]> {
  const found = new Map<number, ReactionKind[]>();
  for (const one of list?.split(',') ?? []) {
    const [id, kind] = one.split(' ');
    found.set(Number(id), [...(found.get(Number(id)) ?? []), kind as ReactionKind]);
  }
  return found;
}

function mineOf(
  actor: Actor,
  row: PageRow,
  posts: readonly WindowPost[],
  voices: Voices,
): ThreadMine {
  const { memberId } = actor;
  const unread = unreadIn(voices, memberId, row.readSeq);
  const facts = {
    ...row,
    tookPart: voices.authors.includes(memberId),
    space: { id: row.spaceId, access: row.access, joined: row.joined },
  };
  const own = reactionsIn(row.reactions);
  const kept = new Set(numbersIn(row.kept));
  const reactions: ThreadMine['reactions'] = {};
  const can: ThreadMine['can']['posts'] = {};
  for (const { id, facts: post } of posts) {
    const kinds = own.get(id);
    if (kinds) reactions[post.seq] = kinds;
    const verbs = postCan(actor, post, row);
    if (verbs.length > 0) can[post.seq] = verbs;
  }
  return {
    readSeq: row.readSeq,
    unread: unread.count,
    firstUnread: unread.first,
    follow: row.follow,
    posts: posts.filter(({ facts }) => facts.authorId === memberId).map(({ facts }) => facts.seq),
    reactions,
    bookmarks: posts.filter(({ id }) => kept.has(id)).map(({ facts }) => facts.seq),
    can: { thread: threadCan(actor, facts), posts: can },
  };
}

/** What the actor may read of the window and what is their own. */
async function readWindow(house: House, memory: ThreadMemory, actor: Actor, window: Window) {
  const [row] = await house.db.read((sql) => selectPage(sql, actor, window));
  if (row === undefined) throw notFound();
  const ids = numbersIn(row.ids);
  const versions = numbersIn(row.versions);
  const [found, threads] = await Promise.all([
    memory.posts.get(ids.map((id, at) => ({ id, version: String(versions[at]) }))),
    memory.threads.get([{ id: row.id, version: String(row.version) }]),
  ]);
  const thread = threads.get(row.id);
  if (thread === undefined) throw notFound();
  const posts = ids.flatMap((id) => found.get(id) ?? []);
  const last = posts.at(-1)?.facts.seq ?? row.lastSeq;
  return {
    thread,
    posts: posts.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [',', bytes])),
    mine: JSON.stringify(mineOf(actor, row, posts, thread.facts)),
    next: last < row.lastSeq ? last + 1 : null,
  };
}

/** The thread page: the thread, a window of posts from number `from`, and the actor's own part. */
export async function getThreadPage(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { thread, posts, next, mine } = await readWindow(house, memory, actor, window);
  const end = `],"next":${next},"mine":${mine},"asOf":${asOf}}`;
  return new WrittenJson(['{"thread":', thread.bytes, ',"posts":[', ...posts, end]);
}

/** A further window of posts. */
export async function listPosts(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { posts, next, mine } = await readWindow(house, memory, actor, window);
  const end = `],"next":${next},"mine":${mine},"asOf":${asOf}}`;
  return new WrittenJson(['{"items":[', ...posts, end]);
}
