import { limits, type ReplyOf, routes } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import { post, thread } from '@counterpart/db/schema';
import type { TestMember, TestThread } from '@counterpart/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import type { Client } from '../client.ts';
import { type Line, openLine } from './lines.ts';

let t: TestApp;
let author: TestMember;
beforeAll(async () => {
  t = await startTestApp();
  author = await t.make.aMember();
});
afterAll(() => t.close());

type PostPage = ReplyOf<typeof routes.listPosts>;

/** The numbers of all posts above one, page by page. */
async function postsAbove(client: Client, id: number, above: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let after: number | null = above; after !== null; ) {
    const query = { after, limit: 50 };
    const answer = await client.ask(routes.listPosts, { params: { id }, query });
    const page = JSON.parse(answer.text) as PostPage;
    numbers.push(...page.items.map(({ seq }) => seq));
    after = page.next === null ? null : page.next - 1;
  }
  return numbers;
}

/** Reads along in one thread in which nothing but new posts happens, and keeps the numbers it shows. */
class Follower {
  readonly shown: number[] = [];
  private mark = 0;
  private line: Line | undefined;
  private readonly scope: string;
  private readonly client: Client;
  resyncs = 0;

  constructor(
    private readonly token: string,
    private readonly threadId: number,
  ) {
    this.scope = `thread:${threadId}`;
    this.client = t.holding(token);
  }

  async come(): Promise<void> {
    if (this.mark === 0) this.mark = t.app.house.asOf();
    if (this.shown.length === 0) await this.load();
    this.line = await openLine(t.app, this.token);
    await this.line.client.ready;
    await this.line.client.follow([this.scope], this.mark);
  }

  /** Pages above what is shown. */
  private async load(): Promise<void> {
    this.shown.push(...(await postsAbove(this.client, this.threadId, this.shown.at(-1) ?? 0)));
  }

  async take(): Promise<void> {
    const { client } = this.line ?? {};
    await client?.arrived();
    for (const { seq } of client?.resyncs.splice(0) ?? []) {
      this.resyncs += 1;
      this.mark = Math.max(this.mark, seq);
      await this.load();
    }
    for (const { seq, scope, data } of client?.received.splice(0) ?? []) {
      if (scope !== this.scope || seq <= this.mark) continue;
      this.mark = seq;
      if (data === undefined) await this.load();
      else if (data.seq > (this.shown.at(-1) ?? 0)) this.shown.push(data.seq);
    }
  }

  async cut(): Promise<void> {
    await this.take();
    this.line?.client.close();
  }
}

async function write(client: Client, threadId: number, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const body = { body: `Said ${at}`, clientKey: crypto.randomUUID() };
    const { status } = await client.ask(routes.createPost, { params: { id: threadId }, body });
    expect(status).toBe(201);
  }
}

/** What as many answers store, a hundred in each commit. */
async function writeMany({ id, spaceId }: TestThread, times: number): Promise<void> {
  const { db } = t.app.house;
  for (let left = times; left > 0; left -= 100) {
    await db.transaction({ memberId: author.id }, async (tx) => {
      const [row] = await tx.orm.select().from(thread).where(eq(thread.id, id)).for('update');
      const { lastSeq = 0, version = 0 } = row ?? {};
      const rows = Array.from({ length: Math.min(100, left) }, (_, at) => ({
        id: newId(),
        threadId: id,
        seq: lastSeq + 1 + at,
        state: 'published' as const,
        authorId: author.id,
        authorSeat: 'practitioner' as const,
        body: 'Said',
        html: '<p>Said</p>',
        htmlVersion: 1,
        language: 'en',
        createdAt: tx.now,
      }));
      await tx.orm.insert(post).values(rows);
      const changes = { lastSeq: lastSeq + rows.length, version: version + rows.length };
      await tx.orm.update(thread).set(changes).where(eq(thread.id, id));
      for (const [at, { id: subject }] of rows.entries()) {
        tx.emit({ scope: `thread:${id}`, type: 'post.created', subject, version: 1 });
        const changed = { type: 'thread.changed', subject: id, version: version + 1 + at } as const;
        tx.emit({ scope: `space:${spaceId}`, ...changed });
      }
    });
  }
}

async function aFollower(threadId: number): Promise<Follower> {
  const follower = new Follower(await t.make.aSession(author), threadId);
  await follower.come();
  return follower;
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe('with twenty writes a second, a line cut for', () => {
  it('5 seconds is told all it missed, and then goes on', async () => {
    const written = await t.make.aThread({ author });
    const follower = await aFollower(written.id);
    const writer = await t.as(author);
    await write(writer, written.id, 5);
    await t.settle();
    await follower.cut();
    await write(writer, written.id, 50);
    // Back in the middle of it.
    const writing = write(writer, written.id, 50);
    await follower.come();
    await writing;
    await t.settle();
    await follower.take();
    expect(follower.shown).toEqual(upTo(106));
    expect(follower.resyncs).toBe(0);
    await follower.cut();
  }, 20_000);

  it('5 minutes is told to load again, and then goes on', async () => {
    const written = await t.make.aThread({ author });
    const follower = await aFollower(written.id);
    const writer = await t.as(author);
    await write(writer, written.id, 5);
    await t.settle();
    await follower.cut();
    await writeMany(written, 5_900);
    const writing = [write(writer, written.id, 50), write(await t.as(author), written.id, 50)];
    await follower.come();
    await Promise.all(writing);
    await t.settle();
    await follower.take();
    expect(follower.resyncs).toBe(1);
    expect(follower.shown).toEqual(upTo(6_006));
    expect(await postsAbove(writer, written.id, 0)).toEqual(follower.shown);
    await follower.cut();
  }, 20_000);
});

describe('the most that is told again', () => {
  it.each([
    ['of one thread', 1],
    ['of two threads together', 2],
  ])('%s is 500 events; one more, and all of it is loaded again', async (_, count) => {
    const threads = [await t.make.aThread({ author }), await t.make.aThread({ author })];
    const followed = threads.slice(0, count);
    const since = t.app.house.asOf();
    await Promise.all(followed.map((one) => writeMany(one, limits.replay / count)));
    await t.settle();
    const scopes = followed.map(({ id }) => `thread:${id}`);
    const { client } = await openLine(t.app, await t.make.aSession(author));
    await client.ready;
    await client.follow(scopes, since);
    await client.arrived();
    const told = client.received.splice(0).map(({ seq }) => seq);
    expect(told).toHaveLength(500);
    expect(told).toEqual([...new Set(told)].toSorted((one, two) => one - two));
    expect(client.resyncs).toEqual([]);

    const [first] = followed;
    if (first !== undefined) await writeMany(first, 1);
    await t.settle();
    client.received.length = 0;
    await client.follow(scopes, since);
    await client.arrived();
    expect(client.received).toEqual([]);
    expect(client.resyncs).toEqual([{ seq: t.app.house.asOf(), scopes }]);
    client.close();
  });
});
