import { type Statement, statement, type Tx } from '@counterpart/db';
import { institution, member, post, postMention, thread } from '@counterpart/db/schema';
import { holdsPassage } from '@counterpart/text/passage';
import { HTML_VERSION } from '@counterpart/text/render';
import { and, eq, inArray, isNotNull, lt, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../../platform/actor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { RenderedText } from '../../../platform/text/index.ts';
import { postFor, type Thread } from '../access.ts';
import { mayQuoteInto } from '../policy.ts';

type Mention = RenderedText['mentions'][number];

/** Stores whom a post mentions, as far as they exist; earlier mentions of the post are replaced. */
export async function setMentions(
  tx: Tx,
  { postId, threadId }: { postId: number; threadId: number },
  mentions: Mention[],
): Promise<void> {
  await tx.orm.delete(postMention).where(eq(postMention.postId, postId));
  if (mentions.length === 0) return;
  const idsOf = (kind: Mention['kind']) =>
    mentions.filter((mention) => mention.kind === kind).map(({ id }) => id);
  const [members, institutions] = [idsOf('member'), idsOf('institution')];
  const known = [
    ...(members.length === 0
      ? []
      : await tx.orm
          .select({ id: member.id, kind: sql<Mention['kind']>`'member'` })
          .from(member)
          .where(inArray(member.id, members))),
    ...(institutions.length === 0
      ? []
      : await tx.orm
          .select({ id: institution.id, kind: sql<Mention['kind']>`'institution'` })
          .from(institution)
          .where(inArray(institution.id, institutions))),
  ];
  if (known.length === 0) return;
  await tx.orm
    .insert(postMention)
    .values(known.map(({ id, kind }) => ({ postId, threadId, kind, subjectId: id })));
}

/** The quoted post, when it may be quoted here; a chosen passage must stand in it word for word. */
export async function quoteFor(
  tx: Tx,
  actor: Actor,
  into: Thread,
  quote: { postId: number; text?: string } | undefined,
): Promise<{ quotePostId: number | null; quoteText: string | null }> {
  if (quote === undefined) return { quotePostId: null, quoteText: null };
  const { post: quoted, thread } = await postFor(tx.orm, actor, quote.postId);
  const mayQuote =
    quoted.state === 'published' &&
    mayQuoteInto({ threadId: thread.id, sharing: thread.sharing }, into);
  const holds = quote.text === undefined || holdsPassage(quoted.html, quote.text);
  if (!mayQuote || !holds) {
    const path = mayQuote ? 'quote.text' : 'quote.postId';
    throw new Refusal('quote-not-possible', { fields: [{ path, reason: 'not-possible' }] });
  }
  return { quotePostId: quoted.id, quoteText: quote.text ?? null };
}

export interface NewPost {
  id: number;
  thread: Thread;
  seq: number;
  body: string;
  language: string;
  rendered: RenderedText;
  quote: { quotePostId: number | null; quoteText: string | null };
  clientKey: string;
  clientHash: string;
}

const insertion: Statement<Omit<typeof post.$inferInsert, 'state' | 'htmlVersion'>> = statement(
  (orm) =>
    orm.insert(post).values({
      id: sql.placeholder('id'),
      threadId: sql.placeholder('threadId'),
      seq: sql.placeholder('seq'),
      state: 'published',
      authorId: sql.placeholder('authorId'),
      authorInstitutionId: sql.placeholder('authorInstitutionId'),
      authorSeat: sql.placeholder('authorSeat'),
      body: sql.placeholder('body'),
      html: sql.placeholder('html'),
      htmlVersion: HTML_VERSION,
      language: sql.placeholder('language'),
      quotePostId: sql.placeholder('quotePostId'),
      quoteText: sql.placeholder('quoteText'),
      createdAt: sql.placeholder('createdAt'),
      clientKey: sql.placeholder('clientKey'),
      clientHash: sql.placeholder('clientHash'),
    }),
);

/** Inserts a published post with the author's institution and seat as they are now. */
export async function insertPost(tx: Tx, actor: Actor, input: NewPost): Promise<void> {
  const { thread, rendered, quote, ...own } = input;
  await insertion(tx.orm, {
    ...own,
    ...quote,
    threadId: thread.id,
    authorId: actor.memberId,
    authorInstitutionId: actor.institutionId,
    authorSeat: actor.seat,
    html: rendered.html,
    createdAt: tx.now,
  });
  if (rendered.mentions.length > 0) {
    await setMentions(tx, { postId: own.id, threadId: thread.id }, rendered.mentions);
  }
}

/** Raises the versions of posts whose view shows something of these posts, and tells their readers. */
async function touchQuoting(
  tx: Tx,
  which: SQL | undefined,
  changes: { quoteText?: null } = {},
): Promise<void> {
  const touched = await tx.orm
    .update(post)
    .set({ ...changes, version: sql`${post.version} + 1` })
    .where(which)
    .returning({ id: post.id, threadId: post.threadId, version: post.version });
  for (const { id, threadId, version } of touched) {
    tx.emit({ scope: `thread:${threadId}`, type: 'post.edited', subject: id, version });
  }
}

/** A post has changed or is gone: so have the posts that quote it, in whatever thread. */
export function touchQuotesOf(tx: Tx, postId: number): Promise<void> {
  return touchQuoting(tx, eq(post.quotePostId, postId));
}

/** The words of posts that were taken back before this are gone: so are the passages that quote them. */
export function wipeQuotesOfDeleted(tx: Tx, before: Date): Promise<void> {
  const wiped = tx.orm
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.state, 'deleted'), lt(post.deletedAt, before)));
  return touchQuoting(tx, and(isNotNull(post.quoteText), inArray(post.quotePostId, wiped)), {
    quoteText: null,
  });
}

/** These posts have come: so do quotes of them, but in posts that have come with them. */
export function touchQuotesFrom(
  tx: Tx,
  quoted: readonly number[],
  except: readonly number[],
): Promise<void> {
  return touchQuoting(
    tx,
    and(inArray(post.quotePostId, [...quoted]), notInArray(post.id, [...except])),
  );
}

/** The same for quotes of anything in a thread, made in other threads. */
export function touchQuotesOfThread(tx: Tx, threadId: number): Promise<void> {
  const quoted = tx.orm.select({ id: post.id }).from(post).where(eq(post.threadId, threadId));
  return touchQuoting(
    tx,
    and(inArray(post.quotePostId, quoted), sql`${post.threadId} <> ${threadId}`),
  );
}

/** An author is called otherwise: so are they in the views of their posts and threads, and in quotes of them. */
export async function touchAuthored(tx: Tx, memberId: number): Promise<void> {
  const own = tx.orm.select({ id: post.id }).from(post).where(eq(post.authorId, memberId));
  await touchQuoting(tx, eq(post.authorId, memberId));
  await touchQuoting(tx, and(inArray(post.quotePostId, own), ne(post.authorId, memberId)));
  await tx.orm
    .update(thread)
    .set({ version: sql`${thread.version} + 1` })
    .where(
      or(
        eq(thread.authorId, memberId),
        inArray(
          thread.id,
          tx.orm.select({ id: post.threadId }).from(post).where(eq(post.authorId, memberId)),
        ),
      ),
    );
}
