import type { BodyOf, threadRoutes } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import { thread, threadTheme } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { and, eq } from 'drizzle-orm';
import { acting } from '../../../platform/acting.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import { once, requestHash } from '../../../platform/idempotency.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { joinWithin, mayStartKind, sharingIn, spaceFor } from '../../spaces/index.ts';
import { excerptOf } from '../excerpt.ts';
import { listScope } from './list-scope.ts';
import { renderWriting } from './render-writing.ts';
import { checkThemes, themeRow } from './themes.ts';
import { insertPost } from './write-post.ts';

type Input = BodyOf<typeof threadRoutes.createThread>;

function findEarlier(house: House, actor: Actor, clientKey: string) {
  return house.db.query(async (orm) => {
    const [row] = await orm
      .select({ id: thread.id, clientHash: thread.clientHash })
      .from(thread)
      .where(and(eq(thread.authorId, actor.memberId), eq(thread.clientKey, clientKey)));
    return row;
  });
}

/** Starts a thread with its first post. In an open space the author joins with it. Gives its id. */
export async function createThread(house: House, actor: Actor, input: Input): Promise<number> {
  const { clientKey, ...asked } = input;
  const clientHash = requestHash(asked);
  const { body, rendered } = await renderWriting(house, input.body);

  const write = () =>
    house.db.transaction(acting(actor), async (tx) => {
      const space = await spaceFor(tx.orm, actor, input.spaceId);
      if (!mayStartKind(actor, space, input.kind)) throw new Refusal('not-allowed');
      if (!sharingIn(space.access).includes(input.sharing)) {
        throw new Refusal('sharing-not-possible', {
          fields: [{ path: 'sharing', reason: 'not-possible' }],
        });
      }
      const themes = await checkThemes(tx, input.themes);
      if (space.access === 'open' && !space.joined) await joinWithin(tx, actor, space.id);
      const [row] = await tx.orm
        .insert(thread)
        .values({
          id: newId(),
          spaceId: space.id,
          kind: input.kind,
          title: cleanLine(input.title),
          language: input.language,
          sharing: input.sharing,
          authorId: actor.memberId,
          authorInstitutionId: actor.institutionId,
          authorSeat: actor.seat,
          excerpt: excerptOf(rendered.html),
          lastSeq: 1,
          postCount: 1,
          createdAt: tx.now,
          lastActivityAt: tx.now,
          clientKey,
          clientHash,
        })
        .returning();
      if (row === undefined) throw new Error('The thread was not stored.');
      if (themes.length > 0) {
        await tx.orm
          .insert(threadTheme)
          .values(themes.map((themeSlug) => themeRow(row, themeSlug)));
      }
      const postId = newId();
      await insertPost(tx, actor, {
        id: postId,
        thread: row,
        seq: 1,
        body,
        language: input.language,
        rendered,
        quote: { quotePostId: null, quoteText: null },
        clientKey,
        clientHash,
      });
      const authorId = actor.memberId;
      await house.hooks.run('thread.created', tx, {
        threadId: row.id,
        spaceId: space.id,
        authorId,
      });
      await house.hooks.run('post.created', tx, {
        threadId: row.id,
        postId,
        seq: 1,
        authorId,
        html: rendered.html,
        title: row.title,
        sent: input,
      });
      tx.emit({ scope: listScope(row), type: 'thread.created', subject: row.id, version: 1 });
      return row.id;
    });

  const { id } = await once(clientHash, () => findEarlier(house, actor, clientKey), write);
  return id;
}
