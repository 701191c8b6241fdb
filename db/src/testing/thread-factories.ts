import { eq, sql } from 'drizzle-orm';
import { newId } from '../ids.ts';
import * as schema from '../schema/index.ts';
import type { Making, TestSpace } from './factories.ts';

type ThreadRow = typeof schema.thread.$inferInsert;
type PostRow = typeof schema.post.$inferInsert;
/** Whoever writes; a TestMember is one. */
interface Writer {
  id: number;
  seat?: string;
  institutionId?: number | null;
}

export type PostWish = Partial<
  Pick<PostRow, 'body' | 'html' | 'state' | 'language' | 'createdAt' | 'revision'>
> & {
  author?: Writer;
};

export type ThreadWish = Partial<
  Pick<
    ThreadRow,
    'kind' | 'title' | 'language' | 'sharing' | 'state' | 'pinned' | 'locked' | 'createdAt'
  >
> & {
  space?: TestSpace;
  author?: Writer;
  themes?: readonly string[];
  /** What stands in the first post. */
  body?: string;
  /** The posts after the first. */
  answers?: readonly PostWish[];
};

export interface TestPost {
  id: number;
  threadId: number;
  /** Null for a post that was never published. */
  seq: number | null;
  authorId: number;
}

export interface TestThread {
  id: number;
  spaceId: number;
  authorId: number;
  posts: TestPost[];
}

function authorship(author: Writer) {
  return {
    authorId: author.id,
    authorInstitutionId: author.institutionId ?? null,
    authorSeat: author.seat ?? 'practitioner',
  };
}

export function createThreadFactories({ orm, unique, aMember, aSpace }: Making) {
  /** A post at the end of a thread, with what the thread's own row says of it. */
  async function aPost(
    thread: Pick<TestThread, 'id' | 'authorId'>,
    wish: PostWish = {},
  ): Promise<TestPost> {
    const { state = 'published', language = 'en', createdAt = new Date(), revision = 1 } = wish;
    const author = wish.author ?? (await aMember());
    const body = wish.body ?? `Post ${unique()}`;
    const isPublished = state === 'published';
    const hasNumber = state !== 'pending';
    const isAnswer = isPublished && author.id !== thread.authorId;
    const [row] = await orm
      .update(schema.thread)
      .set({
        lastSeq: sql`${schema.thread.lastSeq} + ${hasNumber ? 1 : 0}`,
        postCount: sql`${schema.thread.postCount} + ${isPublished ? 1 : 0}`,
        version: sql`${schema.thread.version} + 1`,
        ...(hasNumber && { lastActivityAt: createdAt }),
        ...(isAnswer && {
          answeredAt: sql`coalesce(${schema.thread.answeredAt}, ${createdAt.toISOString()})`,
        }),
      })
      .where(eq(schema.thread.id, thread.id))
      .returning({ lastSeq: schema.thread.lastSeq });
    const seq = hasNumber ? (row?.lastSeq ?? 1) : null;
    const id = newId();
    await orm.insert(schema.post).values({
      id,
      threadId: thread.id,
      seq,
      state,
      ...authorship(author),
      body,
      html: wish.html ?? `<p>${body}</p>`,
      htmlVersion: 1,
      language,
      revision,
      createdAt,
      ...(state === 'deleted' && { deletedAt: createdAt }),
    });
    return { id, threadId: thread.id, seq, authorId: author.id };
  }

  /** A thread with its first post. Threads of open spaces are shared with the network unless said. */
  async function aThread(wish: ThreadWish = {}): Promise<TestThread> {
    const { space: wanted, author: writer, themes = [], body, answers = [], ...row } = wish;
    const space = wanted ?? (await aSpace());
    const author = writer ?? (await aMember());
    const createdAt = row.createdAt ?? new Date();
    const thread = { id: newId(), spaceId: space.id, authorId: author.id };
    await orm.insert(schema.thread).values({
      id: thread.id,
      spaceId: space.id,
      kind: 'question',
      title: `Thread ${unique()}`,
      language: 'en',
      sharing: space.access === 'open' ? 'network' : 'space',
      ...authorship(author),
      lastActivityAt: createdAt,
      ...row,
      createdAt,
    });
    if (themes.length > 0) {
      await orm.insert(schema.threadTheme).values(
        themes.map((themeSlug) => ({
          threadId: thread.id,
          themeSlug,
          createdAt,
          lastActivityAt: createdAt,
        })),
      );
    }
    const posts = [await aPost(thread, { author, createdAt, ...(body !== undefined && { body }) })];
    for (const answer of answers) posts.push(await aPost(thread, answer));
    return { ...thread, posts };
  }

  return { aThread, aPost };
}
