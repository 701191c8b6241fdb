import type { Tx } from '@counterpart/db';

/** What a feature tells others while its transaction is still open. */
export interface Happenings {
  'thread.created': { threadId: number; spaceId: number; authorId: number };
  'post.created': {
    threadId: number;
    postId: number;
    seq: number;
    authorId: number;
    /** As it was sent, with the time of the draft that it was written as. */
    sent: { body: string; draft?: string | undefined };
  };
  /** Posts from somewhere else were put into a thread: no member has just written them. */
  'posts.stored': { threadId: number; postIds: readonly number[] };
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
      for (const hook of hooks[name]) await hook(tx, what);
    },
  };
}

export type Hooks = ReturnType<typeof createHooks>;
