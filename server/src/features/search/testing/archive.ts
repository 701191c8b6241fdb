import { type QueryOf, type ReplyOf, routes, type searchRoutes } from '@counterpart/contract';
import type { TestSpace } from '@counterpart/db/testing';
import type { TestApp } from '../../../testing/app.ts';
import type { Client } from '../../../testing/client.ts';

type Query = Omit<QueryOf<typeof searchRoutes.search>, 'q'>;

export interface Said {
  title: string;
  body?: string;
  language?: string;
  kind?: 'question' | 'discussion';
  themes?: string[];
  where?: TestSpace;
  by?: Client;
}

/** A place in which a test writes and searches through the front door. */
export async function openArchive(t: TestApp) {
  const space = await t.make.aSpace();
  const writer = await t.make.aMember();
  const client = await t.as(writer);

  function search(
    q: string,
    query: Query = {},
    by: Client = client,
  ): Promise<ReplyOf<typeof searchRoutes.search>> {
    return by.call(routes.search, { query: { q, ...query } });
  }

  return {
    space,
    writer,
    client,
    search,

    /** The ids of what is found, in its order. */
    async found(q: string, query: Query = {}, by: Client = client): Promise<number[]> {
      const { items } = await search(q, query, by);
      return items.map(({ id }) => id);
    },

    async ask(said: Said): Promise<{ threadId: number; postId: number }> {
      const { title, body = 'What have you tried?', where = space, by = client, ...rest } = said;
      const { thread, post } = await by.call(routes.createThread, {
        body: {
          spaceId: where.id,
          kind: 'question',
          title,
          body,
          language: 'en',
          themes: [],
          sharing: where.access === 'open' ? 'network' : 'space',
          clientKey: crypto.randomUUID(),
          ...rest,
        },
      });
      return { threadId: thread.id, postId: post.id };
    },

    async answer(threadId: number, body: string, by: Client = client): Promise<number> {
      const { post } = await by.call(routes.createPost, {
        params: { id: threadId },
        body: { body, clientKey: crypto.randomUUID() },
      });
      return post.id;
    },
  };
}

export type Archive = Awaited<ReturnType<typeof openArchive>>;
