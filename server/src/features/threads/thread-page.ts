import type { ReactionKind, ThreadMine } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import { SharedBytes, WrittenJson } from '../../platform/written-json.ts';
import type { ThreadMemory } from './memory.ts';
import { type PageRow, shownBeforeUnread, type Window } from './page-row.ts';
import { numbersIn, type PostInMemory } from './page-windows.ts';
import { postCan, threadCan } from './policy.ts';
import { unreadIn, type Voices } from './voices.ts';

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
  posts: readonly PostInMemory[],
  voices: Voices,
): ThreadMine {
  const { memberId } = actor;
  const unread = unreadIn(voices, memberId, row.readSeq);
  const facts = {
    ...row,
    tookPart: voices.own.has(memberId),
    space: { id: row.spaceId, access: row.access, joined: row.joined },
  };
  const own = reactionsIn(row.reactions);
  const kept = new Set(numbersIn(row.kept));
  const reactions: ThreadMine['reactions'] = {};
  const can: ThreadMine['can']['posts'] = {};
  for (const post of posts) {
    const kinds = own.get(post.id);
    if (kinds) reactions[post.seq] = kinds;
    const verbs = postCan(actor, post, row);
    if (verbs.length > 0) can[post.seq] = verbs;
  }
  return {
    readSeq: row.readSeq,
    unread: unread.count,
    firstUnread: unread.first,
    follow: row.follow,
    posts: posts.filter(({ authorId }) => authorId === memberId).map(({ seq }) => seq),
    reactions,
    bookmarks: posts.filter(({ id }) => kept.has(id)).map(({ seq }) => seq),
    can: { thread: threadCan(actor, facts), posts: can },
  };
}

/** What the actor may read of the window, from memory as far as it is there in these versions. */
async function readOnce(memory: ThreadMemory, actor: Actor, window: Window) {
  const row = await memory.rows({ actor, window });
  if (row === undefined) throw notFound();
  const [{ shared, posts }, threads] = await Promise.all([
    memory.windows.get(row.ids, row.versions),
    memory.threads.get([{ id: row.id, version: String(row.version) }]),
  ]);
  const thread = threads.get(row.id);
  if (thread === undefined) throw notFound();
  return { row, thread, shared, posts, mine: mineOf(actor, row, posts, thread.facts) };
}

/**
 * Where a reader's window begins when what follows their read position is not for them to read: their own
 * posts, or some that were taken back. Undefined when the window is right, as it nearly always is.
 */
function betterStart(
  { limit }: Window,
  { row, posts, mine }: Awaited<ReturnType<typeof readOnce>>,
): number | undefined {
  if (row.readSeq === 0) return undefined;
  const unread = mine.firstUnread ?? row.lastSeq + 1;
  const start = Math.max(1, Math.min(unread - shownBeforeUnread, row.lastSeq - limit + 1));
  return start > (posts[0]?.seq ?? start) ? start : undefined;
}

/** The window of posts from a number on, or from where the actor left off, and what is their own. */
async function readWindow(memory: ThreadMemory, actor: Actor, window: Window) {
  let found = await readOnce(memory, actor, window);
  const from = window.from === undefined ? betterStart(window, found) : undefined;
  if (from !== undefined) found = await readOnce(memory, actor, { ...window, from });
  const { row, thread, shared, posts, mine } = found;
  const last = posts.at(-1)?.seq ?? row.lastSeq;
  return {
    thread: thread.shared,
    posts: shared,
    mine: JSON.stringify(mine),
    next: last < row.lastSeq ? last + 1 : null,
  };
}

const fixed = (text: string) => new SharedBytes(Buffer.from(text));
const openings = {
  thread: fixed('{"thread":'),
  posts: fixed(',"posts":['),
  items: fixed('{"items":['),
};

/** The thread page: the thread, a window of posts from number `from`, and the actor's own part. */
export async function getThreadPage(
  memory: ThreadMemory,
  actor: Actor,
  window: Window,
  asOf: number,
): Promise<WrittenJson> {
  const { thread, posts, next, mine } = await readWindow(memory, actor, window);
  const end = `],"next":${next},"mine":${mine},"asOf":${asOf}}`;
  return new WrittenJson([openings.thread, thread, openings.posts, posts, end]);
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
  return new WrittenJson([openings.items, posts, end]);
}
