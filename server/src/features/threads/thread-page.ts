import type { FollowLevel, PostState, ReactionKind, ThreadMine } from '@counterpart/contract';
import type { Sql } from 'postgres';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import { WrittenJson } from '../../platform/serve.ts';
import { createSharedViews, type SharedViews } from '../../platform/shared-views.ts';
import { visibleThreads } from '../spaces/index.ts';
import { loadPosts, loadThreads } from './load.ts';
import { postCan, type ThreadFacts, threadCan } from './policy.ts';

interface WindowPost {
  id: number;
  seq: number;
  version: number;
  revision: number;
  state: PostState;
  author: number;
  reactions: ReactionKind[] | null;
  kept: boolean;
}

interface PageRow extends Omit<ThreadFacts, 'space'> {
  id: number;
  version: number;
  spaceId: number;
  access: ThreadFacts['space']['access'];
  joined: boolean;
  readSeq: number;
  follow: FollowLevel | null;
  unread: number;
  firstUnread: number | null;
  posts: WindowPost[] | null;
}

export interface Window {
  id: number;
  /** A post number; undefined: where the reader left off. */
  from: number | undefined;
  limit: number;
}

/** How many posts one has read stand above the first unread, so that one knows where one is. */
const shownBeforeUnread = 2;

/** Shared bytes of posts and threads; one per process. */
export interface ThreadMemory {
  posts: SharedViews;
  threads: SharedViews;
}

export function createThreadMemory(house: House, maxBytes = 64 * 2 ** 20): ThreadMemory {
  return {
    posts: createSharedViews({
      maxBytes,
      load: async (ids) =>
        (await house.db.read((sql) => loadPosts(sql, ids))).map((view) => ({
          id: view.id,
          version: String(view.version),
          json: JSON.stringify(view),
        })),
    }),
    threads: createSharedViews({
      maxBytes: maxBytes / 4,
      load: async (ids) =>
        (await house.db.read((sql) => loadThreads(sql, ids))).map((view) => ({
          id: view.id,
          version: String(view.version),
          json: JSON.stringify(view),
        })),
    }),
  };
}

/**
 * One statement: may the actor read it, what is their own part, and which posts in which version
 * are in the window. Everything else is the same for every reader and comes from memory.
 */
function selectPage(sql: Sql, actor: Actor, { id, from, limit }: Window) {
  const me = actor.memberId;
  return sql<PageRow[]>`
    select thread.id::float8 as id, thread.version, thread.kind, thread.sharing, thread.locked,
           thread.author_id::float8 as "authorId", thread.space_id::float8 as "spaceId",
           space.access,
           exists (select from space_member own
                   where own.space_id = thread.space_id and own.member_id = ${me}) as joined,
           exists (select from post own where own.thread_id = thread.id
                   and own.author_id = ${me} and own.state = 'published') as "tookPart",
           coalesce(reader.read_seq, 0) as "readSeq", reader.follow,
           unread.count as unread, unread.first as "firstUnread", page.posts
    from thread
    join space on space.id = thread.space_id
    left join thread_reader reader on reader.thread_id = thread.id and reader.member_id = ${me}
    left join lateral (
      select count(*)::int as count, min(above.seq) as first from post above
      where above.thread_id = thread.id and above.seq > coalesce(reader.read_seq, 0)
        and above.state = 'published' and above.author_id <> ${me}) unread on true
    left join lateral (
      select json_agg(json_build_object('id', w.id, 'seq', w.seq, 'version', w.version,
               'revision', w.revision, 'state', w.state, 'author', w.author_id,
               'reactions', (select json_agg(r.kind order by r.kind) from post_reaction r
                             where r.post_id = w.id and r.member_id = ${me}),
               'kept', exists (select from bookmark b where b.post_id = w.id and b.member_id = ${me})
             ) order by w.seq) as posts
      from (select p.id, p.seq, p.version, p.revision, p.state, p.author_id from post p
            where p.thread_id = thread.id and p.seq >= coalesce(${from ?? null}::int, case
                when reader.member_id is null then 1
                else least(unread.first - ${shownBeforeUnread}, thread.last_seq - ${limit} + 1) end)
            order by p.seq limit ${limit + 1}) w
    ) page on true
    where thread.id = ${id} and ${visibleThreads(sql, actor)}`;
}

function mineOf(actor: Actor, row: PageRow, posts: readonly WindowPost[]): ThreadMine {
  const facts = {
    ...row,
    space: { id: row.spaceId, access: row.access, joined: row.joined },
  };
  const reactions: ThreadMine['reactions'] = {};
  const can: ThreadMine['can']['posts'] = {};
  for (const post of posts) {
    if (post.reactions) reactions[post.seq] = post.reactions;
    const verbs = postCan(actor, { ...post, authorId: post.author }, row);
    if (verbs.length > 0) can[post.seq] = verbs;
  }
  return {
    readSeq: row.readSeq,
    unread: row.unread,
    firstUnread: row.firstUnread,
    follow: row.follow,
    posts: posts.filter(({ author }) => author === actor.memberId).map(({ seq }) => seq),
    reactions,
    bookmarks: posts.filter(({ kept }) => kept).map(({ seq }) => seq),
    can: { thread: threadCan(actor, facts), posts: can },
  };
}

/** What the actor may read of the window and what is their own; the posts still without their bytes. */
async function readWindow(house: House, actor: Actor, window: Window) {
  const [row] = await house.db.read((sql) => selectPage(sql, actor, window));
  if (row === undefined) throw notFound();
  const all = row.posts ?? [];
  const posts = all.slice(0, window.limit);
  const mine = JSON.stringify(mineOf(actor, row, posts));
  return { row, posts, mine, next: all.at(window.limit)?.seq ?? null };
}

async function bytesOf({ posts: memory }: ThreadMemory, posts: readonly WindowPost[]) {
  const json = await memory.get(posts.map(({ id, version }) => ({ id, version: String(version) })));
  return posts.flatMap(({ id }) => json.get(id) ?? []).join(',');
}

/** The thread page: the thread, a window of posts from number `from`, and the actor's own part. */
export async function getThreadPage(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { row, posts, next, mine } = await readWindow(house, actor, window);
  const [bytes, threads] = await Promise.all([
    bytesOf(memory, posts),
    memory.threads.get([{ id: row.id, version: String(row.version) }]),
  ]);
  const thread = threads.get(row.id);
  if (thread === undefined) throw notFound();
  return new WrittenJson(
    `{"thread":${thread},"posts":[${bytes}],"next":${next},"mine":${mine},"asOf":${asOf}}`,
  );
}

/** A further window of posts. */
export async function listPosts(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { posts, next, mine } = await readWindow(house, actor, window);
  const bytes = await bytesOf(memory, posts);
  return new WrittenJson(`{"items":[${bytes}],"next":${next},"mine":${mine},"asOf":${asOf}}`);
}
