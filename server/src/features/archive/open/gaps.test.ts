import { routes } from '@counterpart/contract';
import { expect, it } from 'vitest';
import { startTestApp } from '../../../testing/app.ts';
import {
  changedLines,
  everything,
  exported,
  linesOf,
  postsOf,
  takeBack,
  textOf,
  useExport,
} from '../testing/export.ts';
import { counted, notesOf } from '../testing/stage.ts';
import type { Line } from './form.ts';

const stage = useExport();

type PostLine = Line<'posts.jsonl'>;
const readPosts = () => postsOf(stage);

/** The whole export without these posts, as if their lines could not be read. */
const without = (gone: (post: PostLine) => boolean) =>
  changedLines(stage, 'posts.jsonl', (post) => (gone(post) ? '{"id":' : post));

/** The second post of a thread that has a third. */
async function aSecond(): Promise<PostLine> {
  const posts = await readPosts();
  const found = posts.find(({ seq }, at) => seq === 2 && posts[at + 1]?.seq === 3);
  if (found === undefined) throw new Error('No thread of the story has three posts.');
  return found;
}

async function isWhole(t = stage.target) {
  const again = await exported(t, everything);
  for (const name of ['threads.jsonl', 'posts.jsonl'] as const) {
    expect(await textOf(again, name), name).toBe(await textOf(stage.whole, name));
  }
}

it('posts that cannot be read keep their numbers, and take their places when they can be', async () => {
  const t = stage.target;
  const second = await aSecond();
  const first = (await readPosts()).find(
    ({ thread, seq }, at, all) => thread !== second.thread && seq === 1 && all[at + 1]?.seq === 2,
  );
  const path = await without(({ id }) => id === second.id || id === first?.id);
  const told = { 'changed-since': 1, unreadable: 2, 'kept-number': 2 };
  expect(notesOf(await takeBack(t, path))).toEqual(told);
  const before = await counted(t);
  expect((await takeBack(t, path)).stored).toEqual({ threads: 0, posts: 0, authors: 0 });
  expect(await counted(t)).toEqual(before);

  const report = await takeBack(t, stage.whole);
  expect([report.stored, report.notes]).toEqual([{ threads: 0, posts: 2, authors: 0 }, []]);
  await isWhole();
});

it('whoever has kept the place keeps the post that takes it', async () => {
  const t = stage.target;
  const { id, thread } = await aSecond();
  await takeBack(t, await without((post) => post.id === id));
  const reader = await t.as(await t.make.aMember());
  const query = { from: 1 };
  const { posts } = await reader.call(routes.getThread, { params: { id: thread }, query });
  const empty = posts[1]?.id ?? 0;
  await reader.call(routes.keepBookmark, { params: { id: empty }, body: { note: 'Later.' } });
  expect((await takeBack(t, stage.whole)).notes).toEqual([]);
  const kept = await t.sql`select post_id::float8 as id, note from bookmark`;
  expect([...kept]).toEqual([{ id, note: 'Later.' }]);
  await isWhole();
});

it('what quotes a post that comes later shows it at once', async () => {
  const t = stage.target;
  const posts = await readPosts();
  const quoting = posts.find(({ quote }) => quote !== null);
  await takeBack(t, await without(({ id }) => id === quoting?.quote?.post));
  const reader = await t.as(await t.make.aMember({ role: 'admin' }));
  const read = async () => {
    const params = { id: quoting?.thread ?? 0 };
    const page = await reader.call(routes.listPosts, { params, query: { limit: 50 } });
    return page.items.find(({ id }) => id === quoting?.id)?.quote;
  };
  expect(await read()).toBeNull();
  await takeBack(t, stage.whole);
  expect(await read()).toMatchObject({ postId: quoting?.quote?.post });
});

it('a number that cannot be is not kept: that post comes last, and the others stay where they are', async () => {
  const { id } = await aSecond();
  const path = await changedLines(stage, 'posts.jsonl', (post) =>
    post.id === id ? { ...post, seq: 2_000_000_000 } : post,
  );
  const told = { 'changed-since': 1, renumbered: 1, 'kept-number': 1 };
  expect(notesOf(await takeBack(stage.target, path))).toEqual(told);
  const rows = await stage.target.sql`
    select thread_id, array_agg(seq order by seq) as seqs from post group by thread_id`;
  for (const { seqs } of rows) {
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, at) => at + 1));
  }
});

it('a line that names another thread costs that one post', async () => {
  const { id } = await aSecond();
  const path = await changedLines(stage, 'posts.jsonl', (post) =>
    post.id === id ? { ...post, thread: 77 } : post,
  );
  const told = { 'changed-since': 1, 'no-thread': 1, 'kept-number': 1 };
  expect(notesOf(await takeBack(stage.target, path))).toEqual(told);
  expect(notesOf(await takeBack(stage.target, stage.whole))).toEqual({});
  await isWhole();
});

it('a value that no column holds, or that stands twice, costs that one post or nothing', async () => {
  const { id, thread } = await aSecond();
  const twice = { revision: 1, body: 'Before.', writtenAt: '2026-01-01T00:00:00.000Z' };
  const person = (await linesOf<{ id: number }>(stage.whole, 'people.jsonl'))[0]?.id;
  const useful = { person, kind: 'useful', at: '9999-01-01T00:00:00.000Z' };
  const path = await changedLines(stage, 'posts.jsonl', (post) => {
    if (post.id === id) return { ...post, revision: 3_000_000_000 };
    if (post.thread !== thread || post.seq !== 3) return post;
    return { ...post, revisions: [twice, twice], reactions: [useful, useful] };
  });
  const told = { 'changed-since': 1, unreadable: 1, 'kept-number': 1, 'future-date': 1 };
  expect(notesOf(await takeBack(stage.target, path))).toEqual(told);
  const [post] = await stage.target.sql`
    select useful_count, (select max(reacted_at) < now() from post_reaction) as past
    from post where thread_id = ${thread} and seq = 3`;
  expect(post).toEqual({ useful_count: 1, past: true });
});

it('an export of what holds empty posts lacks them, so that they can still come', async () => {
  const { id } = await aSecond();
  await takeBack(stage.target, await without((post) => post.id === id));
  const half = await exported(stage.target, everything);
  expect(await linesOf(half, 'posts.jsonl')).toHaveLength((await readPosts()).length - 1);
  const third = await startTestApp();
  try {
    await takeBack(third, half);
    expect((await takeBack(third, stage.whole)).stored.posts).toBe(1);
    await isWhole(third);
  } finally {
    await third.close();
  }
});

it('somebody whose line cannot be read has written what they wrote, and gets their name back', async () => {
  const t = stage.target;
  const { author, thread } = await aSecond();
  const path = await changedLines(stage, 'people.jsonl', (line) =>
    line.id === author?.person ? '{"id":' : line,
  );
  expect(notesOf(await takeBack(t, path))).toEqual({
    'changed-since': 1,
    unreadable: 1,
    'unknown-author': expect.any(Number),
  });
  const reader = await t.as(await t.make.aMember({ role: 'admin' }));
  const read = async () => {
    const input = { params: { id: thread }, query: { from: 1 } };
    return (await reader.call(routes.getThread, input)).posts[1]?.author.member.name;
  };
  expect(await read()).toBeNull();
  await takeBack(t, stage.whole);
  expect(await read()).toEqual(expect.any(String));
  await isWhole();
});

it('a synthesis that did not come at first comes later, and one that was taken away here stays away', async () => {
  const t = stage.target;
  const threads = await linesOf<Line<'threads.jsonl'>>(stage.whole, 'threads.jsonl');
  const summed = threads.find(({ synthesis }) => synthesis !== null)?.id ?? 0;
  const path = await changedLines(stage, 'threads.jsonl', (line) => ({ ...line, synthesis: null }));
  const has = async () => {
    const rows = await t.sql`
      select has_synthesis, (select count(*)::int from synthesis where thread_id = thread.id) as count
      from thread where id = ${summed}`;
    return [rows[0]?.['has_synthesis'], rows[0]?.['count']];
  };
  await takeBack(t, path);
  expect(await has()).toEqual([false, 0]);
  await takeBack(t, stage.whole);
  expect(await has()).toEqual([true, 1]);
  const editor = await t.as(await t.make.aMember({ role: 'admin' }));
  await editor.call(routes.removeSynthesis, { params: { id: summed } });
  await takeBack(t, stage.whole);
  expect(await has()).toEqual([false, 0]);
});

it('a synthesis does not follow a thread to where it stands by now', async () => {
  const t = stage.target;
  const threads = await linesOf<Line<'threads.jsonl'>>(stage.whole, 'threads.jsonl');
  const summed = threads.find(({ synthesis }) => synthesis !== null)?.id ?? 0;
  await takeBack(
    t,
    await changedLines(stage, 'threads.jsonl', (line) => ({ ...line, synthesis: null })),
  );
  const board = await t.make.aSpace({ access: 'private' });
  await t.sql`update thread set space_id = ${board.id}, sharing = 'space' where id = ${summed}`;
  await takeBack(t, stage.whole);
  expect(await t.sql`select from synthesis where thread_id = ${summed}`).toHaveLength(0);
});
