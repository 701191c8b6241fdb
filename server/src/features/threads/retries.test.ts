import { type BodyOf, routes, type threadRoutes } from '@counterpart/contract';
import type { TestSpace, TestThread } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Client, readProblem, readReply } from '../../testing/client.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

let space: TestSpace;
let thread: TestThread;
let client: Client;
beforeEach(async () => {
  space = await t.make.aSpace();
  thread = await t.make.aThread({ space });
  client = await t.as(await t.make.aMember());
});

const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

function aQuestion(): BodyOf<typeof threadRoutes.createThread> {
  return {
    spaceId: space.id,
    kind: 'question',
    title: 'Once?',
    body: 'Once.',
    language: 'en',
    themes: [],
    sharing: 'network',
    clientKey: crypto.randomUUID(),
  };
}

const answer = (body = 'We did.', clientKey: string = crypto.randomUUID()) => ({
  params: { id: thread.id },
  body: { body, clientKey },
});

async function eventsOf(subject: number): Promise<string[]> {
  await t.settle();
  const rows = await t.sql<{ type: string }[]>`
    select type from event where subject = ${subject} order by seq`;
  return rows.map(({ type }) => type);
}

describe('a retried write', () => {
  it('appears once, fifty at a time, and each gets the first answer', async () => {
    const input = answer();
    const replies = await times(50, () => client.call(routes.createPost, input));
    const [first] = replies;
    expect(new Set(replies.map(({ post }) => post.id)).size).toBe(1);
    expect(replies.map(({ post }) => post)).toEqual(replies.map(() => first?.post));
    const page = await client.call(routes.getThread, { params: { id: thread.id } });
    expect(page.posts.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(page.thread).toMatchObject({ posts: 2, lastSeq: 2 });
    expect(await eventsOf(first?.post.id ?? 0)).toEqual(['post.created']);
  });

  it('starts a thread once, fifty at a time', async () => {
    const body = aQuestion();
    const replies = await times(50, () => client.call(routes.createThread, { body }));
    const ids = new Set(replies.flatMap((reply) => [reply.thread.id, reply.post.id]));
    expect(ids.size).toBe(2);
    const { items } = await client.call(routes.listThreads, { query: { space: space.id } });
    expect(items).toHaveLength(2);
    expect(await eventsOf(replies[0]?.thread.id ?? 0)).toEqual(['thread.created']);
  });

  it('still gets its answer when the thread was locked meanwhile', async () => {
    const input = answer();
    const { post } = await client.call(routes.createPost, input);
    const moderator = await t.as(await t.make.aMember({ role: 'moderator' }));
    await moderator.call(routes.lockThread, { params: { id: thread.id } });
    expect((await client.call(routes.createPost, input)).post.id).toBe(post.id);
    expect((await client.refused(routes.createPost, answer())).code).toBe('thread-locked');
  });

  it('is told the event by its key', async () => {
    const input = answer();
    const { post } = await client.call(routes.createPost, input);
    await t.settle();
    const rows = await t.sql`select mutation from event where subject = ${post.id}`;
    expect([...rows]).toEqual([{ mutation: input.body.clientKey }]);
  });
});

describe('a key that was used', () => {
  it('is refused for another text', async () => {
    const input = answer('One thing.');
    await client.call(routes.createPost, input);
    const other = answer('Another thing.', input.body.clientKey);
    expect((await client.refused(routes.createPost, other)).code).toBe('client-key-reused');
  });

  it('is refused for another thread, and between threads and posts', async () => {
    const body = aQuestion();
    await client.call(routes.createThread, { body });
    const titled = { ...body, title: 'Twice?' };
    expect((await client.refused(routes.createThread, { body: titled })).code).toBe(
      'client-key-reused',
    );
    const asPost = answer('Once.', body.clientKey);
    expect((await client.refused(routes.createPost, asPost)).code).toBe('client-key-reused');
    const input = answer();
    await client.call(routes.createPost, input);
    const asThread = { body: { ...aQuestion(), clientKey: input.body.clientKey } };
    expect((await client.refused(routes.createThread, asThread)).code).toBe('client-key-reused');
    const { items } = await client.call(routes.listThreads, { query: { space: space.id } });
    expect(items).toHaveLength(2);
  });

  it('belongs to its author alone', async () => {
    const input = answer();
    const { post } = await client.call(routes.createPost, input);
    const other = await t.as(await t.make.aMember());
    expect((await other.call(routes.createPost, input)).post.id).not.toBe(post.id);
  });
});

describe('an edit', () => {
  it('of a stale revision is refused with the present text', async () => {
    const { post } = await client.call(routes.createPost, answer('First.'));
    const params = { id: post.id };
    await client.call(routes.editPost, { params, body: { body: 'Second.', revision: 1 } });
    const late = { params, body: { body: 'Third.', revision: 1 } };
    expect(await client.refused(routes.editPost, late)).toMatchObject({
      code: 'stale-revision',
      current: { body: 'Second.', revision: 2 },
    });
  });

  it('that had arrived already is answered again', async () => {
    const { post } = await client.call(routes.createPost, answer('First.'));
    const edit = { params: { id: post.id }, body: { body: 'Second.', revision: 1 } };
    await client.call(routes.editPost, edit);
    const again = await client.call(routes.editPost, edit);
    expect(again.post).toMatchObject({ body: 'Second.', revision: 2 });
    expect(await eventsOf(post.id)).toEqual(['post.created', 'post.edited']);
  });

  it('by twenty at once leaves a chain without a gap', async () => {
    const { post } = await client.call(routes.createPost, answer('Text 0'));
    const params = { id: post.id };
    let written = 0;
    async function editor(n: number): Promise<void> {
      for (let revision = 1; ; ) {
        const body = { body: `Text ${n + 1}`, revision };
        const reply = await client.ask(routes.editPost, { params, body });
        if (reply.status === 200) {
          readReply(routes.editPost, reply);
          written += 1;
          return;
        }
        const { current } = readProblem(reply);
        revision = current?.revision ?? 0;
      }
    }
    await times(20, editor);
    expect(written).toBe(20);
    const now = await client.call(routes.getPost, { params });
    expect(now.post.revision).toBe(21);
    const { items } = await client.call(routes.listRevisions, { params });
    expect(items.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 20 }, (_, n) => 20 - n),
    );
    const texts = [now.post.body, ...items.map(({ body }) => body)];
    expect(new Set(texts).size).toBe(21);
  });

  it('of a thread with a stale revision is refused', async () => {
    const author = await t.make.aMember();
    const own = await t.make.aThread({ space, author });
    const editor = await t.as(author);
    const params = { id: own.id };
    await editor.call(routes.editThread, { params, body: { title: 'Second', revision: 1 } });
    const late = { params, body: { title: 'Third', revision: 1 } };
    expect(await editor.refused(routes.editThread, late)).toMatchObject({
      code: 'stale-revision',
      current: { body: 'Second', revision: 2 },
    });
  });

  it('of a thread that had arrived already is answered again, and changes nothing', async () => {
    const author = await t.make.aMember();
    const themes = [await t.make.aTheme(), await t.make.aTheme()];
    const own = await t.make.aThread({ space, author });
    const editor = await t.as(author);
    const wish = { title: '  Second ', themes, sharing: 'space' as const, revision: 1 };
    const input = { params: { id: own.id }, body: wish };
    const first = await editor.call(routes.editThread, input);
    const again = { ...input, body: { ...wish, themes: themes.toReversed() } };
    expect(await editor.call(routes.editThread, again)).toMatchObject({ thread: first.thread });
    const other = { ...input, body: { ...wish, themes: [] } };
    expect((await editor.refused(routes.editThread, other)).code).toBe('stale-revision');
  });

  it('of a synthesis that had arrived already is answered again; of another text not', async () => {
    const author = await t.make.aMember();
    const own = await t.make.aThread({ space, author });
    const editor = await t.as(author);
    const write = (body: string) => ({
      params: { id: own.id },
      body: { body, language: 'en', revision: 0 },
    });
    const first = await editor.call(routes.writeSynthesis, write('So it is.'));
    const again = await editor.call(routes.writeSynthesis, write('So it is.'));
    expect(again.synthesis).toEqual(first.synthesis);
    const other = await editor.refused(routes.writeSynthesis, write('Or so.'));
    expect(other.code).toBe('stale-revision');
  });

  it('of a synthesis with a stale revision is refused with the present text', async () => {
    const author = await t.make.aMember();
    const own = await t.make.aThread({ space, author });
    const editor = await t.as(author);
    const write = (body: string, revision: number) => ({
      params: { id: own.id },
      body: { body, language: 'en', revision },
    });
    const answers = await times(10, (n) => editor.ask(routes.writeSynthesis, write(`Sum ${n}`, 0)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { synthesis } = (await editor.call(routes.getThread, { params: { id: own.id } })).thread;
    expect(await editor.refused(routes.writeSynthesis, write('Late', 0))).toMatchObject({
      code: 'stale-revision',
      current: { body: synthesis?.body, revision: 1 },
    });
  });
});

describe('fifty answers at once', () => {
  it('get numbers without a gap, in the order of the log', async () => {
    const authors = await times(5, async () => t.as(await t.make.aMember()));
    await times(50, async (n) => authors[n % 5]?.call(routes.createPost, answer(`Answer ${n}`)));
    const rows = await t.sql<{ seq: number }[]>`
      select seq from post where thread_id = ${thread.id} order by seq`;
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1));
    await t.settle();
    const events = await t.sql<{ seq: number }[]>`
      select post.seq from event join post on post.id = event.subject
      where event.scope = ${`thread:${thread.id}`} and event.type = 'post.created'
      order by event.seq`;
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
  });
});
