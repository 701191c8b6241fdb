import {
  type FollowLevel,
  type PostView,
  postRoutes,
  type ReactionKind,
  readingRoutes,
} from '@counterpart/contract';
import { call } from '../../../lib/api.ts';
import {
  type ThreadState,
  withOwn,
  withPost,
  withReactions,
  withTakenBack,
} from './thread-state.ts';
import type { ThreadStore } from './thread-store.ts';

function toggled(state: ThreadState, post: PostView, kind: ReactionKind): ThreadState {
  const mine = state.own.get(post.seq)?.reactions ?? [];
  const isMine = mine.includes(kind);
  const reactions = { ...post.reactions, [kind]: post.reactions[kind] + (isMine ? -1 : 1) };
  const after = isMine ? mine.filter((one) => one !== kind) : [...mine, kind];
  return withReactions(state, post.seq, reactions, after);
}

/** What a reader does to posts. Small things show at once, and are put back where the server says no. */
export function createWrites(store: ThreadStore) {
  /** Which answer is the latest, per post: an older one must not undo a newer press. */
  const turns = new Map<number, number>();

  return {
    async toggleReaction(postId: number, kind: ReactionKind): Promise<void> {
      const post = store.find(postId);
      if (!post) return;
      const { seq } = post;
      const before = { ...post.reactions };
      const mine = store.state().own.get(seq)?.reactions ?? [];
      const turn = (turns.get(postId) ?? 0) + 1;
      turns.set(postId, turn);
      store.change((state) => toggled(state, post, kind));
      const route = mine.includes(kind) ? postRoutes.unreact : postRoutes.react;
      try {
        const answer = await call(route, { params: { id: postId, kind } });
        if (turns.get(postId) !== turn) return;
        store.change((state) => withReactions(state, seq, answer.reactions, answer.mine));
      } catch (error) {
        if (turns.get(postId) === turn) {
          store.change((state) => withReactions(state, seq, before, mine));
        }
        throw error;
      }
    },

    async follow(level: FollowLevel): Promise<void> {
      const { follow } = store.state();
      store.change((state) => ({ ...state, follow: level }));
      try {
        await call(readingRoutes.setFollow, { params: { id: store.id }, body: { level } });
      } catch (error) {
        store.change((state) => ({ ...state, follow }));
        throw error;
      }
    },

    async keep(post: PostView, note: string): Promise<void> {
      const body = note.trim() === '' ? {} : { note: note.trim() };
      await call(postRoutes.keepBookmark, { params: { id: post.id }, body });
      store.change((state) => withOwn(state, post.seq, { kept: true }));
    },

    async letGo(post: PostView): Promise<void> {
      await call(postRoutes.removeBookmark, { params: { id: post.id } });
      store.change((state) => withOwn(state, post.seq, { kept: false }));
    },

    async edit(post: PostView, body: string, revision: number): Promise<void> {
      const input = { params: { id: post.id }, body: { body, revision } };
      const answer = await call(postRoutes.editPost, input);
      const can = ['edit', 'delete', 'revisions'] as const;
      store.change((state) => withOwn(withPost(state, answer.post), post.seq, { can }));
    },

    async takeBack(post: PostView): Promise<void> {
      await call(postRoutes.deletePost, { params: { id: post.id } });
      store.change((state) => withTakenBack(state, post.id));
    },
  };
}

export type Writes = ReturnType<typeof createWrites>;
