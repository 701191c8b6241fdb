import type { BodyOf, postRoutes } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import { post, postRevision, thread } from '@counterpart/db/schema';
import { HTML_VERSION } from '@counterpart/text/render';
import { eq, type SQL, sql } from 'drizzle-orm';
import { acting } from '../../../platform/acting.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type Post, postFor, type Thread } from '../access.ts';
import { excerptOf } from '../excerpt.ts';
import { mayDeletePost, mayEditPost } from '../policy.ts';
import { listScope } from './list-scope.ts';
import { renderWriting } from './render-writing.ts';
import { setMentions, touchQuotesOf } from './write-post.ts';

type Edit = BodyOf<typeof postRoutes.editPost>;

async function keepRevision(tx: Tx, old: Post): Promise<void> {
  await tx.orm.insert(postRevision).values({
    postId: old.id,
    revision: old.revision,
    body: old.body,
    html: old.html,
    htmlVersion: old.htmlVersion,
    writtenAt: old.editedAt ?? old.createdAt,
  });
}

/** Raises the thread's version and tells its space, so that lists and pages ask again. */
export async function touchThread(
  tx: Tx,
  found: Thread,
  changes: {
    [Column in keyof typeof thread.$inferInsert]?: (typeof thread.$inferInsert)[Column] | SQL;
  } = {},
): Promise<void> {
  const version = found.version + 1;
  await tx.orm
    .update(thread)
    .set({ ...changes, version })
    .where(eq(thread.id, found.id));
  for (const scope of [`thread:${found.id}` as const, listScope(found)]) {
    tx.emit({ scope, type: 'thread.changed', subject: found.id, version });
  }
}

/**
 * Changes the text of the actor's post and keeps what it said before. A stale `revision` is refused
 * with the present text, unless that already is what was asked for: then the edit had arrived.
 */
export async function editPost(house: House, actor: Actor, id: number, edit: Edit): Promise<void> {
  const { body, rendered } = await renderWriting(house, edit.body);
  await house.db.transaction(acting(actor), async (tx) => {
    const { post: old, thread: found } = await postFor(tx.orm, actor, id, { lock: true });
    if (!mayEditPost(actor, old, found)) {
      const isOwn = old.authorId === actor.memberId && old.state === 'published';
      throw new Refusal(isOwn && found.locked ? 'thread-locked' : 'not-allowed');
    }
    if (old.revision !== edit.revision) {
      if (old.body === body && old.revision === edit.revision + 1) return;
      const current = { body: old.body, revision: old.revision };
      throw new Refusal('stale-revision', { current });
    }
    if (old.body === body) return;
    await keepRevision(tx, old);
    const version = old.version + 1;
    await tx.orm
      .update(post)
      .set({
        body,
        html: rendered.html,
        htmlVersion: HTML_VERSION,
        revision: old.revision + 1,
        version,
        editedAt: tx.now,
      })
      .where(eq(post.id, id));
    await setMentions(tx, { postId: id, threadId: found.id }, rendered.mentions);
    await house.hooks.run('posts.changed', tx, { threadId: found.id, postIds: [id] });
    await touchQuotesOf(tx, id);
    if (old.seq === 1) {
      await touchThread(tx, found, { excerpt: excerptOf(rendered.html) });
    }
    tx.emit({ scope: `thread:${found.id}`, type: 'post.edited', subject: id, version });
  });
}

/** When someone other than the thread's author first posted what still stands; null for nobody. */
function answeredAt(found: Thread) {
  return sql`(select min(${post.createdAt}) from ${post}
    where ${post.threadId} = ${found.id} and ${post.state} = 'published'
      and ${post.authorId} <> ${found.authorId})`;
}

/**
 * Takes the actor's post back: hidden at once, its number stays. The text is wiped by a task after
 * 30 days unless a case holds it. Again changes nothing.
 */
export async function deletePost(house: House, actor: Actor, id: number): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const { post: old, thread: found } = await postFor(tx.orm, actor, id, { lock: true });
    if (old.state === 'deleted' && old.authorId === actor.memberId) return;
    if (!mayDeletePost(actor, old)) throw new Refusal('not-allowed');
    const version = old.version + 1;
    await tx.orm
      .update(post)
      .set({ state: 'deleted', deletedAt: tx.now, version })
      .where(eq(post.id, id));
    await house.hooks.run('posts.changed', tx, { threadId: found.id, postIds: [id] });
    await touchQuotesOf(tx, id);
    await touchThread(tx, found, {
      postCount: found.postCount - (old.state === 'published' ? 1 : 0),
      answeredAt: answeredAt(found),
      ...(old.seq === 1 && { excerpt: '' }),
    });
    tx.emit({ scope: `thread:${found.id}`, type: 'post.deleted', subject: id, version });
  });
}
