import { type PostView, routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import type { Client } from '../client.ts';
import { createDice, type Dice } from './dice.ts';
import { headOf, type Logged, logAfter } from './stage.ts';

const [writerCount, deedsEach, firstPosts] = [8, 4, 4];

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** One answer: how far it says it has seen the log, and which versions it shows. */
interface Seen {
  asOf: number;
  posts: Map<number, number>;
  /** Of the thread, where the answer shows it. */
  thread: number | undefined;
}

const versions = (posts: readonly PostView[]) => new Map(posts.map((one) => [one.id, one.version]));

async function write(client: Client, dice: Dice, thread: { id: number; posts: { id: number }[] }) {
  const ofThread = { params: { id: thread.id } };
  for (let at = 0; at < deedsEach; at += 1) {
    const { id } = dice.oneOf(thread.posts);
    const kind = dice.oneOf(['useful', 'tried', 'talk'] as const);
    const deed = dice.below(4);
    const body = `Said ${dice.below(1_000)}`;
    if (deed === 0) await client.call(routes.react, { params: { id, kind } });
    else if (deed === 1) await client.call(routes.unreact, { params: { id, kind } });
    else {
      const sent = { body, clientKey: crypto.randomUUID() };
      const { post } = await client.call(routes.createPost, { ...ofThread, body: sent });
      const edit = { body: `${body}, again`, revision: post.revision };
      await client.call(routes.editPost, { params: { id: post.id }, body: edit });
      if (deed === 3) await client.call(routes.deletePost, { params: { id: post.id } });
    }
  }
}

async function readOnce(client: Client, dice: Dice, threadId: number): Promise<Seen> {
  const params = { id: threadId };
  const limit = 50;
  const which = dice.below(3);
  if (which === 0) {
    const page = await client.call(routes.getThread, { params, query: { from: 1, limit } });
    return { asOf: page.asOf, posts: versions(page.posts), thread: page.thread.version };
  }
  if (which === 1) {
    const page = await client.call(routes.listPosts, { params, query: { after: 0, limit } });
    return { asOf: page.asOf, posts: versions(page.items), thread: undefined };
  }
  const list = await client.call(routes.listThreads, {});
  const thread = list.items.find(({ id }) => id === threadId)?.version ?? 0;
  return { asOf: list.asOf, posts: new Map(), thread };
}

/** Events that the answer says it contains, and does not. */
function missingIn({ asOf, posts, thread }: Seen, log: readonly Logged[]): Logged[] {
  return log.filter(({ seq, type, subject, version }) => {
    if (seq > asOf) return false;
    const isOfThread = type === 'thread.changed';
    if (!isOfThread && posts.size === 0) return false;
    const shown = isOfThread ? thread : (posts.get(subject) ?? 0);
    return shown !== undefined && shown < version;
  });
}

it('no answer says that it has seen more than it contains, while eight write', async () => {
  const author = await t.make.aMember();
  const answers = Array.from({ length: firstPosts - 1 }, () => ({ author }));
  const thread = await t.make.aThread({ author, answers });
  const before = await headOf(t);
  const reader = await t.as(author);
  const seen: Seen[] = [];
  const writers = { areBusy: true };

  async function read(seed: number): Promise<void> {
    const dice = createDice(seed);
    while (writers.areBusy) seen.push(await readOnce(reader, dice, thread.id));
  }
  const reading = [read(1), read(2)];
  const writing = Array.from({ length: writerCount }, async (_, seed) =>
    write(await t.as(await t.make.aMember()), createDice(100 + seed), thread),
  );
  await Promise.all(writing).finally(() => {
    writers.areBusy = false;
  });
  await Promise.all(reading);

  const log = await logAfter(t, before);
  const posts = new Set(
    log.filter(({ type }) => type === 'post.created').map((one) => one.subject),
  );
  expect(posts.size + firstPosts).toBeLessThanOrEqual(50);
  expect(new Set(seen.map(({ asOf }) => asOf)).size).toBeGreaterThan(10);
  expect(seen.flatMap((one) => missingIn(one, log).map((event) => ({ ...event, ...one })))).toEqual(
    [],
  );
}, 20_000);
