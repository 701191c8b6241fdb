import type { Orm } from '@counterpart/db';
import { institution, member, post, postMention } from '@counterpart/db/schema';
import { MAX_MENTIONS, mentionsInHtml } from '@counterpart/text/mentions';
import { and, eq, inArray } from 'drizzle-orm';

export type MentionRow = typeof postMention.$inferInsert;

const atOnce = 1_000;
const nameOf = ({ kind, subjectId }: MentionRow) => `${kind}:${subjectId}`;

/** Those of these mentions that are of somebody, or of an institution, that is here. */
export async function ofThoseHere(orm: Orm, all: readonly MentionRow[]): Promise<MentionRow[]> {
  const here = new Set<string>();
  for (const [kind, table] of [
    ['member', member],
    ['institution', institution],
  ] as const) {
    const own = all.filter((mention) => mention.kind === kind);
    const ids = [...new Set(own.map(({ subjectId }) => subjectId))];
    for (let at = 0; at < ids.length; at += atOnce) {
      const part = ids.slice(at, at + atOnce);
      const rows = await orm.select({ id: table.id }).from(table).where(inArray(table.id, part));
      for (const { id } of rows) here.add(`${kind}:${id}`);
    }
  }
  return all.filter((mention) => here.has(nameOf(mention)));
}

/** Mentions in these posts of a thread that nobody was here for when the posts came, and somebody is by now. */
export async function mentionsSince(
  orm: Orm,
  threadId: number,
  postIds: readonly number[],
): Promise<MentionRow[]> {
  const found: MentionRow[] = [];
  for (let at = 0; at < postIds.length; at += atOnce) {
    const part = postIds.slice(at, at + atOnce);
    const posts = await orm
      .select({ id: post.id, html: post.html })
      .from(post)
      .where(and(inArray(post.id, part), eq(post.threadId, threadId), eq(post.state, 'published')));
    const known = await orm.select().from(postMention).where(inArray(postMention.postId, part));
    const noted = new Set(known.map((row) => `${row.postId} ${nameOf(row)}`));
    for (const { id: postId, html } of posts) {
      const all = mentionsInHtml(html).map(({ kind, id }) => ({
        postId,
        threadId,
        kind,
        subjectId: id,
      }));
      const each = new Map(all.map((row) => [nameOf(row), row]));
      const first = [...each.values()].slice(0, MAX_MENTIONS);
      found.push(...first.filter((row) => !noted.has(`${postId} ${nameOf(row)}`)));
    }
  }
  return found.length === 0 ? [] : ofThoseHere(orm, found);
}
