import type { Sharing } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import { post, searchDoc, synthesis, thread } from '@counterpart/db/schema';
import { ANALYSER_VERSION } from '@counterpart/text/analyse';
import { indexWords } from '@counterpart/text/analyse/vector';
import { plainText } from '@counterpart/text/excerpt';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';

/** A text that is to be found. */
export interface NewDoc {
  kind: (typeof searchDoc.$inferSelect)['kind'];
  /** Of the post, or of the thread that the synthesis closes. */
  id: number;
  threadId: number;
  html: string;
  /** Of the thread that begins with it. */
  title?: string | null;
  writtenAt: Date;
}

/** Documents of one statement. */
const chunk = 100;

/** Which shelf a row of `thread` is on: inner is what a label keeps among those who joined. */
const shelf = sql`thread.space_id, thread.sharing <> 'network'`;

/** Writes down what came to a shelf or went from it, to be counted behind the commit. */
function noteChange(docs: SQL, sign: 1 | -1, of: SQL = shelf): SQL {
  return sql`insert into search_change (space_id, is_inner, words, word_count, docs)
    select ${of}, strip(doc.words), doc.word_count, ${sign}::smallint
    from ${docs} doc join thread on thread.id = doc.thread_id`;
}

function docRow(doc: NewDoc): SQL {
  const { vector, count } = indexWords(plainText(doc.html), doc.title ?? '');
  return sql`(${doc.kind}, ${doc.id}::bigint, ${doc.threadId}::bigint, ${vector}::tsvector,
    ${count}::integer, ${doc.writtenAt.toISOString()}::timestamptz, ${ANALYSER_VERSION}::integer)`;
}

/** Lets texts be found that could not be found before. */
export async function addDocs(tx: Tx, docs: readonly NewDoc[]): Promise<void> {
  for (let at = 0; at < docs.length; at += chunk) {
    const rows = docs.slice(at, at + chunk).map(docRow);
    await tx.orm.execute(sql`
      with come as (
        insert into search_doc (kind, id, thread_id, words, word_count, written_at, analyser_version)
        values ${sql.join(rows, sql`, `)} returning thread_id, words, word_count)
      ${noteChange(sql`come`, 1)}`);
  }
}

async function removeDocs(tx: Tx, which: SQL | undefined): Promise<void> {
  await tx.orm.execute(sql`
    with gone as (delete from search_doc where ${which} returning thread_id, words, word_count)
    ${noteChange(sql`gone`, -1)}`);
}

/** The title of a thread is found with the first of its posts that stands. */
const isFirst = sql`not exists (select from post earlier where earlier.thread_id = ${post.threadId}
  and earlier.state = 'published' and earlier.seq < ${post.seq})`;

/** The posts of which something has changed when these have: also the one that carries the title now. */
export async function withFirst(
  tx: Tx,
  threadId: number,
  postIds: readonly number[],
): Promise<number[]> {
  const [first] = await tx.orm
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.threadId, threadId), eq(post.state, 'published')))
    .orderBy(post.seq)
    .limit(1);
  return [...new Set([...postIds, ...(first === undefined ? [] : [first.id])])];
}

/** Posts may say something else now, or be gone: what can be found of them is as they stand. */
export async function refreshPosts(tx: Tx, postIds: readonly number[]): Promise<void> {
  for (let at = 0; at < postIds.length; at += chunk) {
    const part = postIds.slice(at, at + chunk);
    await removeDocs(tx, and(eq(searchDoc.kind, 'post'), inArray(searchDoc.id, part)));
    const rows = await tx.orm
      .select({
        id: post.id,
        threadId: post.threadId,
        html: post.html,
        title: sql<string | null>`case when ${isFirst} then ${thread.title} end`,
        writtenAt: post.createdAt,
      })
      .from(post)
      .innerJoin(thread, eq(thread.id, post.threadId))
      .where(and(inArray(post.id, part), eq(post.state, 'published')));
    await addDocs(
      tx,
      rows.map((row) => ({ ...row, kind: 'post' })),
    );
  }
}

/** The same for the synthesis of a thread. */
export async function refreshSynthesis(tx: Tx, threadId: number): Promise<void> {
  await removeDocs(tx, and(eq(searchDoc.kind, 'synthesis'), eq(searchDoc.id, threadId)));
  const rows = await tx.orm.select().from(synthesis).where(eq(synthesis.threadId, threadId));
  await addDocs(
    tx,
    rows.map(({ html, updatedAt }) => ({
      kind: 'synthesis',
      id: threadId,
      threadId,
      html,
      writtenAt: updatedAt,
    })),
  );
}

/** A thread is on another shelf than before, with all that it says. */
export async function moveDocs(
  tx: Tx,
  threadId: number,
  from: { spaceId: number; sharing: Sharing },
): Promise<void> {
  const docs = sql`(select * from search_doc where thread_id = ${threadId})`;
  const before = sql`${from.spaceId}::bigint, ${from.sharing !== 'network'}::boolean`;
  await tx.orm.execute(noteChange(docs, -1, before));
  await tx.orm.execute(noteChange(docs, 1));
}
