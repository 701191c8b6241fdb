import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** A post and one in another thread that quotes a passage of it. */
async function aQuotedPost() {
  const author = await t.make.aMember();
  const [thread, other] = [await t.make.aThread({ author }), await t.make.aThread()];
  const writer = await t.as(author);
  const write = async (id: number, body: string, quote?: { postId: number; text: string }) => {
    const asked = { body, clientKey: crypto.randomUUID(), ...(quote && { quote }) };
    return (await writer.call(routes.createPost, { params: { id }, body: asked })).post.id;
  };
  const source = await write(thread.id, 'We paid 40,000 for it.');
  const quoting = await write(other.id, 'Too much.', { postId: source, text: '40,000' });
  return { writer, source, quoting };
}

async function stored(id: number) {
  const [row] = await t.sql`select body, quote_text as text, version from post where id = ${id}`;
  return row;
}

/** The clock strikes: which posts readers hear of. */
async function strike(): Promise<number[]> {
  await t.settle();
  const [head] = await t.sql`select coalesce(max(seq), 0)::float8 as seq from event`;
  await t.app.tasks.runAll();
  await t.settle();
  const told = await t.sql`
    select subject::float8 as subject from event
    where seq > ${head?.['seq']} and type = 'post.edited'`;
  return told.map(({ subject }) => subject);
}

const waitDays = (id: number, days: number) =>
  t.sql`update post set deleted_at = now() - make_interval(days => ${days}) where id = ${id}`;

it('a post that was taken back 30 days ago is wiped wherever it is quoted, and nothing sooner', async () => {
  const { writer, source, quoting } = await aQuotedPost();
  await writer.call(routes.deletePost, { params: { id: source } });
  await waitDays(source, 29);
  const before = await stored(quoting);
  expect(await strike()).toEqual([]);
  expect([await stored(source), await stored(quoting)]).toMatchObject([
    { body: 'We paid 40,000 for it.' },
    { ...before, text: '40,000' },
  ]);
  await waitDays(source, 31);
  expect(await strike()).toEqual([quoting]);
  expect([await stored(source), await stored(quoting)]).toMatchObject([
    { body: '' },
    { body: 'Too much.', text: null, version: before?.['version'] + 1 },
  ]);
  expect(await strike()).toEqual([]);
});

it('a passage of a post whose own text is gone already is wiped too', async () => {
  const { writer, source, quoting } = await aQuotedPost();
  await writer.call(routes.deletePost, { params: { id: source } });
  await t.sql`update post set body = '', html = '' where id = ${source}`;
  await waitDays(source, 31);
  expect(await strike()).toEqual([quoting]);
  expect(await stored(quoting)).toMatchObject({ text: null });
});

it('a post that is hidden keeps its text, and so do quotes of it: it may be shown again', async () => {
  const { source, quoting } = await aQuotedPost();
  await t.sql`update post set state = 'hidden' where id = ${source}`;
  expect(await strike()).toEqual([]);
  expect([await stored(source), await stored(quoting)]).toMatchObject([
    { body: 'We paid 40,000 for it.' },
    { text: '40,000' },
  ]);
});
