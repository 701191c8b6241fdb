import type { PostView, ReplyOf, ThreadMine, threadRoutes } from '@counterpart/contract';
import { describe, expect, it } from 'vitest';
import { noPart } from './own-part.ts';
import {
  hasEarlier,
  hasLater,
  openThread,
  type ThreadState,
  withCreated,
  withPage,
  withPost,
  withReactions,
  withRead,
  withTakenBack,
  withWindow,
} from './thread-state.ts';

type Page = ReplyOf<typeof threadRoutes.getThread>;

const member = { id: 1, name: 'A', state: 'active', seat: null, institution: null } as const;

function post(seq: number, change: Partial<PostView> = {}): PostView {
  return {
    id: 1000 + seq,
    threadId: 7,
    seq,
    revision: 1,
    version: 1,
    author: { member },
    body: `body ${seq}`,
    html: `<p>body ${seq}</p>`,
    quote: null,
    language: 'en',
    createdAt: '2026-11-22T10:00:00.000Z',
    editedAt: null,
    state: 'published',
    reactions: { useful: 0, tried: 0, talk: 0 },
    ...change,
  };
}

function posts(from: number, to: number): PostView[] {
  return Array.from({ length: to - from + 1 }, (_, index) => post(from + index));
}

function mine(change: Partial<ThreadMine> = {}): ThreadMine {
  return {
    readSeq: 0,
    unread: 0,
    firstUnread: null,
    follow: null,
    posts: [],
    reactions: {},
    bookmarks: [],
    can: { thread: ['reply'], posts: {} },
    ...change,
  };
}

function page(lastSeq: number, shown: PostView[], change: Partial<Page> = {}): Page {
  const at = '2026-11-22T10:00:00.000Z';
  return {
    thread: {
      id: 7,
      kind: 'question',
      title: 'T',
      language: 'en',
      sharing: 'network',
      themes: [],
      createdAt: at,
      lastActivityAt: at,
      posts: lastSeq,
      lastSeq,
      pinned: false,
      locked: false,
      version: 1,
      space: { id: 2, slug: 's', names: { en: 's', fr: 's', ar: 's' }, access: 'open' },
      author: { member },
      institution: null,
      institutions: [],
      synthesis: null,
      revision: 1,
    },
    posts: shown,
    next: null,
    mine: mine(),
    asOf: 10,
    ...change,
  };
}

const seqs = (state: ThreadState) => state.posts.map(({ seq }) => seq);

describe('windows', () => {
  const middle = openThread(page(60, posts(21, 40)));

  it('know what lies before and after', () => {
    expect([hasEarlier(middle), hasLater(middle)]).toEqual([true, true]);
    const whole = openThread(page(3, posts(1, 3)));
    expect([hasEarlier(whole), hasLater(whole)]).toEqual([false, false]);
  });

  it('join where they touch, in both directions', () => {
    const later = withWindow(middle, { posts: posts(41, 60), mine: mine(), asOf: 11 });
    const all = withWindow(later, { posts: posts(1, 20), mine: mine(), asOf: 12 });
    expect(seqs(all)).toEqual(posts(1, 60).map(({ seq }) => seq));
  });

  it('never leave a gap: one that does not touch is left aside, a jump replaces', () => {
    const far = page(60, posts(1, 5), { asOf: 11 });
    expect(seqs(withPage(middle, far))).toEqual(seqs(middle));
    expect(seqs(withPage(middle, far, true))).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep the newer view of a post, and the object of one that did not change', () => {
    const newest = withPost(middle, post(30, { version: 5, body: 'new' }));
    const again = withWindow(newest, { posts: posts(21, 40), mine: mine(), asOf: 12 });
    expect(again.posts[9]?.body).toBe('new');
    expect(again.posts[3]).toBe(middle.posts[3]);
    expect(again.own.get(24)).toBe(middle.own.get(24));
  });

  it('do not let an older answer change what the reader may do', () => {
    const locked = withWindow(middle, {
      posts: [],
      mine: mine({ can: { thread: [], posts: {} } }),
      asOf: 20,
    });
    const late = withWindow(locked, { posts: posts(41, 45), mine: mine(), asOf: 15 });
    expect(late.can).toEqual([]);
    expect(seqs(late).at(-1)).toBe(45);
    expect(late.own.get(45)).toEqual(noPart);
  });
});

describe('a new post', () => {
  it('stands at the end when the end is loaded', () => {
    const state = withCreated(openThread(page(3, posts(1, 3))), post(4), false);
    expect([seqs(state), state.thread.lastSeq, state.thread.posts]).toEqual([[1, 2, 3, 4], 4, 4]);
    expect(hasLater(state)).toBe(false);
  });

  it('only counts when the end is not loaded, or one before it is missing', () => {
    const state = withCreated(openThread(page(60, posts(21, 40))), post(61), false);
    expect([seqs(state).at(-1), state.thread.lastSeq, hasLater(state)]).toEqual([40, 61, true]);
    const gap = withCreated(openThread(page(3, posts(1, 3))), post(5), false);
    expect([seqs(gap), gap.thread.lastSeq]).toEqual([[1, 2, 3], 5]);
  });

  it('appears once, however often it comes, and can be changed by its author', () => {
    const once = withCreated(openThread(page(3, posts(1, 3))), post(4), true);
    expect(withCreated(once, post(4), true)).toBe(once);
    expect(once.own.get(4)?.can).toEqual(['edit', 'delete']);
  });
});

describe('changes', () => {
  const quoting = post(3, {
    quote: {
      postId: 1002,
      threadId: 7,
      seq: 2,
      author: { member },
      excerpt: 'body 2',
      language: 'en',
      gone: false,
    },
  });
  const state = openThread(page(3, [post(1), post(2), quoting]));

  it('empty a post that was taken back, and the quotes of it', () => {
    const taken = withTakenBack(state, 1002);
    expect(taken.posts[1]).toMatchObject({ state: 'deleted', body: '', html: '' });
    expect(taken.posts[2]?.quote).toMatchObject({ gone: true, excerpt: '', author: null });
    expect(taken.posts[0]).toBe(state.posts[0]);
  });

  it('show reactions on one post only', () => {
    const counted = { useful: 1, tried: 0, talk: 0 };
    const reacted = withReactions(state, 2, counted, ['useful']);
    expect(reacted.posts[1]?.reactions).toEqual(counted);
    expect(reacted.own.get(2)?.reactions).toEqual(['useful']);
    expect(reacted.own.get(1)).toBe(state.own.get(1));
  });

  it('never move the read position backwards', () => {
    const read = withRead(state, 2);
    expect([read.readSeq, withRead(read, 1)]).toEqual([2, read]);
  });
});
