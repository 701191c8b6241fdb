import type { BodyOf, threadRoutes } from '@counterpart/contract';
import { newId, type Statement, statement } from '@counterpart/db';
import { post, thread } from '@counterpart/db/schema';
import { guessLanguage } from '@counterpart/text/language';
import { and, eq, sql } from 'drizzle-orm';
import { acting } from '../../../platform/acting.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import { type Made, once, requestHash } from '../../../platform/idempotency.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { threadFor } from '../access.ts';
import { mayReply } from '../policy.ts';
import { listScope } from './list-scope.ts';
import { renderWriting } from './render-writing.ts';
import { touchThemes } from './themes.ts';
import { insertPost, quoteFor } from './write-post.ts';

type Input = BodyOf<typeof threadRoutes.createPost>;

function findEarlier(house: House, actor: Actor, clientKey: string) {
  return house.db.query(async (orm) => {
    const [row] = await orm
      .select({ id: post.id, clientHash: post.clientHash })
      .from(post)
      .where(and(eq(post.authorId, actor.memberId), eq(post.clientKey, clientKey)));
    return row;
  });
}

const countPost: Statement<{
  threadId: number;
  seq: number;
  version: number;
  now: Date;
  isAnswer: boolean;
}> = statement((orm) =>
  orm
    .update(thread)
    .set({
      lastSeq: sql.placeholder('seq') as never,
      postCount: sql`${thread.postCount} + 1`,
      version: sql.placeholder('version') as never,
      lastActivityAt: sql.placeholder('now') as never,
      answeredAt: sql`case when ${sql.placeholder('isAnswer')}::boolean
        then ${sql.param(sql.placeholder('now'), thread.answeredAt)} else ${thread.answeredAt} end`,
    })
    .where(eq(thread.id, sql.placeholder('threadId'))),
);

/** Answers in a thread; the number is given under the thread's row lock. */
export async function createPost(
  house: House,
  actor: Actor,
  threadId: number,
  input: Input,
): Promise<Made> {
  const { clientKey, ...asked } = input;
  const clientHash = requestHash({ threadId, ...asked });
  const { body, rendered } = await renderWriting(house, input.body);

  const write = () =>
    house.db.transaction(acting(actor), async (tx) => {
      const found = await threadFor(tx.orm, actor, threadId, { lock: true });
      if (!mayReply(actor, { ...found, tookPart: false })) throw new Refusal('thread-locked');
      const quote = await quoteFor(tx, actor, found, input.quote);
      const seq = found.lastSeq + 1;
      const isAnswer = found.answeredAt === null && actor.memberId !== found.authorId;
      const language = input.language ?? guessLanguage(body) ?? found.language;
      const postId = newId();
      const authorId = actor.memberId;
      // All on their way before the first is answered: one trip to the database, not six.
      await Promise.all([
        insertPost(tx, actor, {
          id: postId,
          thread: found,
          seq,
          body,
          language,
          rendered,
          quote,
          clientKey,
          clientHash,
        }),
        countPost(tx.orm, {
          threadId,
          seq,
          version: found.version + 1,
          now: tx.now,
          isAnswer,
        }),
        touchThemes(tx, threadId, tx.now),
        house.hooks.run('post.created', tx, {
          threadId,
          postId,
          seq,
          authorId,
          html: rendered.html,
          title: null,
          sent: input,
        }),
      ]);
      tx.emit({ scope: `thread:${threadId}`, type: 'post.created', subject: postId, version: 1 });
      tx.emit({
        scope: listScope(found),
        type: 'thread.changed',
        subject: threadId,
        version: found.version + 1,
      });
      return postId;
    });

  return once(clientHash, () => findEarlier(house, actor, clientKey), write);
}
