import type { ReactionKind } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import { post, postReaction } from '@counterpart/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { acting } from '../../../platform/acting.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { postFor } from '../access.ts';
import { mayReact } from '../policy.ts';

const counters = {
  useful: 'usefulCount',
  tried: 'triedCount',
  talk: 'talkCount',
} as const;

async function count(tx: Tx, postId: number, kind: ReactionKind, by: 1 | -1): Promise<number> {
  const column = counters[kind];
  const [row] = await tx.orm
    .update(post)
    .set({ [column]: sql`${post[column]} + ${by}`, version: sql`${post.version} + 1` })
    .where(eq(post.id, postId))
    .returning({ version: post.version });
  return row?.version ?? 0;
}

/** Sets or takes back one reaction of the actor. Again changes nothing. */
export async function setReaction(
  house: House,
  actor: Actor,
  { id, kind }: { id: number; kind: ReactionKind },
  wanted: boolean,
): Promise<{
  reactions: { useful: number; tried: number; talk: number };
  mine: ReactionKind[];
}> {
  return house.db.transaction(acting(actor), async (tx) => {
    const { post: target, thread } = await postFor(tx.orm, actor, id);
    if (wanted && !mayReact(actor, target)) throw new Refusal('not-allowed');
    const isMine = and(eq(postReaction.postId, id), eq(postReaction.memberId, actor.memberId));
    const changed = wanted
      ? await tx.orm
          .insert(postReaction)
          .values({ postId: id, memberId: actor.memberId, kind, reactedAt: tx.now })
          .onConflictDoNothing()
          .returning()
      : await tx.orm
          .delete(postReaction)
          .where(and(isMine, eq(postReaction.kind, kind)))
          .returning();
    if (changed.length > 0) {
      const version = await count(tx, id, kind, wanted ? 1 : -1);
      tx.emit({ scope: `thread:${thread.id}`, type: 'reaction.changed', subject: id, version });
    }
    const [now] = await tx.orm
      .select({ useful: post.usefulCount, tried: post.triedCount, talk: post.talkCount })
      .from(post)
      .where(eq(post.id, id));
    const mine = await tx.orm
      .select({ kind: postReaction.kind })
      .from(postReaction)
      .where(isMine)
      .orderBy(postReaction.kind);
    return {
      reactions: now ?? { useful: 0, tried: 0, talk: 0 },
      mine: mine.map((row) => row.kind),
    };
  });
}
