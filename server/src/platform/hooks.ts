import type { Sharing } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';

/** What a feature tells others while its transaction is still open. */
export interface Happenings {
  'thread.created': { threadId: number; spaceId: number; authorId: number };
  'post.created': {
    threadId: number;
    postId: number;
    seq: number;
    authorId: number;
    html: string;
    /** Of the thread that begins with it; null for an answer. */
    title: string | null;
    /** As it was sent, with the time of the draft that it was written as. */
    sent: { body: string; draft?: string | undefined };
  };
  /** Posts from somewhere else were put into a thread: no member has just written them. */
  'posts.stored': { threadId: number; postIds: readonly number[] };
  /** They say something else now, or are gone; or, without any, the thread is called otherwise. */
  'posts.changed': { threadId: number; postIds: readonly number[] };
  /** It was written, or taken away. */
  'synthesis.changed': { threadId: number };
  /** Others may read it now; it was in this space, with this label. */
  'thread.moved': { threadId: number; from: { spaceId: number; sharing: Sharing } };
}

type Hook<Name extends keyof Happenings> = (tx: Tx, what: Happenings[Name]) => Promise<void>;

/**
 * What a later feature must do inside an earlier one's transaction: same commit, no network.
 * What may come later is a consumer of the log instead. Registered in app.ts.
 */
export function createHooks() {
  const hooks: { [Name in keyof Happenings]: Hook<Name>[] } = {
    'thread.created': [],
    'post.created': [],
    'posts.stored': [],
    'posts.changed': [],
    'synthesis.changed': [],
    'thread.moved': [],
  };

  return {
    on<Name extends keyof Happenings>(name: Name, hook: Hook<Name>): void {
      hooks[name].push(hook);
    },
    async run<Name extends keyof Happenings>(
      name: Name,
      tx: Tx,
      what: Happenings[Name],
    ): Promise<void> {
      // All on their way, in their order, before the first is answered.
      await Promise.all(hooks[name].map((hook) => hook(tx, what)));
    },
  };
}

export type Hooks = ReturnType<typeof createHooks>;
