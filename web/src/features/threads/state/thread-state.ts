import type {
  FollowLevel,
  PostView,
  ReactionKind,
  ReplyOf,
  ThreadMine,
  ThreadVerb,
  ThreadView,
  threadRoutes,
} from '@counterpart/contract';
import { mergePosts, newer, touches } from './merge-posts.ts';
import { noPart, type OwnPart, type OwnParts, withParts } from './own-part.ts';

type Page = ReplyOf<typeof threadRoutes.getThread>;

/** What the page of a thread holds: the thread, one run of its posts without gaps, and the reader's own part. */
export interface ThreadState {
  thread: ThreadView;
  posts: readonly PostView[];
  own: OwnParts;
  can: readonly ThreadVerb[];
  follow: FollowLevel | null;
  /** How far the reader has come, here or in another tab. */
  readSeq: number;
  unread: number;
  firstUnread: number | null;
  asOf: number;
}

/** A window of posts as an answer brings it. */
export interface PostWindow {
  posts: readonly PostView[];
  mine: ThreadMine;
  asOf: number;
}

export function openThread({ thread, posts, mine, asOf }: Page): ThreadState {
  return {
    thread,
    posts,
    own: withParts(
      new Map(),
      mine,
      posts.map(({ seq }) => seq),
    ),
    can: mine.can.thread,
    follow: mine.follow,
    readSeq: mine.readSeq,
    unread: mine.unread,
    firstUnread: mine.firstUnread,
    asOf,
  };
}

export const firstLoaded = ({ posts }: ThreadState): number => posts[0]?.seq ?? 1;
export const lastLoaded = ({ posts }: ThreadState): number => posts.at(-1)?.seq ?? 0;
export const hasEarlier = (state: ThreadState): boolean => firstLoaded(state) > 1;
export const hasLater = (state: ThreadState): boolean => lastLoaded(state) < state.thread.lastSeq;

function isUpToDate(state: ThreadState, asOf: number): boolean {
  return asOf >= state.asOf;
}

/** Takes in a window that touches what is loaded; posts that do not touch it are left out. */
export function withWindow(state: ThreadState, { posts, mine, asOf }: PostWindow): ThreadState {
  const fits = touches(state.posts, posts);
  const seqs = fits ? posts.map(({ seq }) => seq) : [];
  const current = isUpToDate(state, asOf);
  return {
    ...state,
    posts: fits ? mergePosts(state.posts, posts) : state.posts,
    own: current ? withParts(state.own, mine, seqs) : withMissing(state.own, mine, seqs),
    readSeq: Math.max(state.readSeq, mine.readSeq),
    ...(current && {
      can: state.can.join() === mine.can.thread.join() ? state.can : mine.can.thread,
      follow: mine.follow,
      unread: mine.unread,
      firstUnread: mine.firstUnread,
      asOf,
    }),
  };
}

/** Of an older answer only what is not known yet. */
function withMissing(own: OwnParts, mine: ThreadMine, seqs: readonly number[]): OwnParts {
  return withParts(
    own,
    mine,
    seqs.filter((seq) => !own.has(seq)),
  );
}

/** Takes in the whole answer of the thread page; `jump` lets its window replace one that does not touch it. */
export function withPage(state: ThreadState, page: Page, jump = false): ThreadState {
  const { thread } = page;
  const lastSeq = Math.max(thread.lastSeq, state.thread.lastSeq);
  const known = thread.version >= state.thread.version ? { ...thread, lastSeq } : state.thread;
  const away = jump && !touches(state.posts, page.posts);
  return withWindow({ ...state, thread: known, ...(away && { posts: page.posts }) }, page);
}

/** A post that has just been written, as it comes with its event or as the answer to my own. */
export function withCreated(state: ThreadState, post: PostView, isMine: boolean): ThreadState {
  const { thread } = state;
  const isKnown = post.seq <= lastLoaded(state);
  const isNext = !hasLater(state) && post.seq === lastLoaded(state) + 1;
  if (isKnown) return withPost(state, post);
  const lastSeq = Math.max(thread.lastSeq, post.seq);
  const grown = {
    ...state,
    thread: lastSeq === thread.lastSeq ? thread : { ...thread, lastSeq, posts: thread.posts + 1 },
  };
  const part: OwnPart = isMine ? { ...noPart, isMine, can: ['edit', 'delete'] } : noPart;
  // Also of one that is not shown yet: nobody is told of their own.
  const own = new Map([...state.own, [post.seq, part]]);
  return { ...grown, own, ...(isNext && { posts: [...state.posts, post] }) };
}

/** A newer view of a post that is loaded; an older one is left aside. */
export function withPost(state: ThreadState, post: PostView): ThreadState {
  const at = state.posts.findIndex(({ id }) => id === post.id);
  const held = state.posts[at];
  if (!held || newer(held, post) === held) return state;
  return { ...state, posts: state.posts.with(at, post) };
}

/** Changes the reader's part of one post. */
export function withOwn(state: ThreadState, seq: number, change: Partial<OwnPart>): ThreadState {
  const part = { ...(state.own.get(seq) ?? noPart), ...change };
  return { ...state, own: new Map([...state.own, [seq, part]]) };
}

/** The counts and my own reactions, as the answer to a reaction gives them or as they are expected. */
export function withReactions(
  state: ThreadState,
  seq: number,
  reactions: PostView['reactions'],
  mine: readonly ReactionKind[],
): ThreadState {
  const posts = state.posts.map((post) => (post.seq === seq ? { ...post, reactions } : post));
  return withOwn({ ...state, posts }, seq, { reactions: mine });
}

/** What is left of a post that was taken back; its number stays, and quotes of it are gone. */
export function withTakenBack(state: ThreadState, postId: number): ThreadState {
  const posts = state.posts.map((post): PostView => {
    if (post.id === postId) {
      return { ...post, state: 'deleted', body: '', html: '', quote: null };
    }
    if (post.quote?.postId !== postId) return post;
    return { ...post, quote: { ...post.quote, author: null, excerpt: '', gone: true } };
  });
  const seq = posts.find(({ id }) => id === postId)?.seq;
  const taken = { ...state, posts };
  return seq === undefined ? taken : withOwn(taken, seq, { can: [], reactions: [] });
}

/** The read position has moved, here or in another tab; never backwards. */
export function withRead(state: ThreadState, seq: number): ThreadState {
  return seq > state.readSeq ? { ...state, readSeq: seq } : state;
}
