import type { ReactionKind, ThreadMine } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import { WrittenJson } from '../../platform/serve.ts';
import type { SharedView } from '../../platform/shared-views.ts';
import type { PostInMemory, ThreadMemory } from './memory.ts';
import type { PageRow, Window } from './page-row.ts';
import { postCan, threadCan } from './policy.ts';
import { unreadIn, type Voices } from './voices.ts';

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
async function readWindow(memory: ThreadMemory, actor: Actor, window: Window) {
  const row = await memory.rows({ actor, window });
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
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { thread, posts, next, mine } = await readWindow(memory, actor, window);
  const end = `],"next":${next},"mine":${mine},"asOf":${asOf}}`;
  return new WrittenJson(['{"thread":', thread.bytes, ',"posts":[', ...posts, end]);
}

/** A further window of posts. */
export async function listPosts(
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { posts, next, mine } = await readWindow(memory, actor, window);
  const end = `],"next":${next},"mine":${mine},"asOf":${asOf}}`;
  return new WrittenJson(['{"items":[', ...posts, end]);
}
