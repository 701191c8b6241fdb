import type { TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/app.ts';
import { killCommand, runCommand } from '../../../testing/command.ts';
import { describeReport } from '../report.ts';
import { answerTo, aSite, commentOn, question } from '../testing/site.ts';
import { bring, counted, notesOf, readSpace } from '../testing/stage.ts';

let t: TestApp;
let space: TestSpace;
let n = 0;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  space = await t.make.aSpace();
  n += 1_000;
});
afterAll(() => t.close());

const threadOf = (id: number) => [question(id), answerTo(id, id + 1), answerTo(id, id + 2)];

it('the same archive again changes nothing, wherever it lies', async () => {
  const posts = threadOf(n);
  const comments = [commentOn(n, 1)];
  await bring(t, await aSite({ posts, comments }), { space: space.slug });
  const before = await counted(t);
  const report = await bring(t, await aSite({ posts, comments }), { space: space.slug });
  expect(report).toMatchObject({ stored: { threads: 0, posts: 0, authors: 0 }, already: 4 });
  expect(await counted(t)).toEqual(before);
});

it('what stands in another space already is told with its name', async () => {
  const folder = await aSite({ posts: threadOf(n) });
  await bring(t, folder, { space: space.slug });
  const other = await t.make.aSpace();
  const report = await bring(t, folder, { space: other.slug });
  expect(report).toMatchObject({ already: 3, elsewhere: { [space.slug]: 3 } });
  expect(describeReport(report)).toContain(`Already there: 3 posts, 3 in the space ${space.slug}.`);
  expect((await bring(t, folder, { space: space.slug })).elsewhere).toEqual({});
});

it('an archive that has grown brings what is new, behind what is there', async () => {
  const posts = threadOf(n);
  await bring(t, await aSite({ posts }), { space: space.slug });
  const comments = [commentOn(n + 1, 1)];
  const grown = await aSite({ posts: [...posts, ...threadOf(n + 10)], comments });
  const report = await bring(t, grown, { space: space.slug });
  expect(report).toMatchObject({ stored: { threads: 1, posts: 4, authors: 1 }, already: 3 });
  const [first] = await readSpace(t, space);
  expect(first?.posts.map(({ text, quotes }) => [text, quotes])).toEqual([
    [`Asked ${n}.`, null],
    [`Answered ${n + 1}.`, null],
    [`Answered ${n + 2}.`, null],
    ['Commented 1.', 2],
  ]);
});

it('nothing is added to a thread that has moved, or that more may read than it is brought in for', async () => {
  const posts = threadOf(n);
  const wish = { space: space.slug, sharing: 'network' as const };
  await bring(t, await aSite({ posts }), wish);
  const grown = await aSite({ posts: [...posts, answerTo(n, n + 3)] });
  const other = await t.make.aSpace();
  const narrow = await bring(t, grown, { ...wish, sharing: 'space' });
  const elsewhere = await bring(t, grown, { space: other.slug });
  for (const report of [narrow, elsewhere]) {
    expect(report.stored).toEqual({ threads: 0, posts: 0, authors: 0 });
    expect(notesOf(report)).toEqual({ elsewhere: 1 });
  }
  expect((await bring(t, grown, wish)).stored).toEqual({ threads: 0, posts: 1, authors: 0 });
});

it('what a member has changed or taken back since stays so', async () => {
  const posts = threadOf(n);
  await bring(t, await aSite({ posts }), { space: space.slug });
  await t.sql`update post set body = 'Said otherwise.' where body = ${`Answered ${n + 1}.`}`;
  await bring(t, await aSite({ posts }), { space: space.slug });
  const [thread] = await readSpace(t, space);
  expect(thread?.posts[1]?.text).toBe('Said otherwise.');
});

it('stopped half-way, it goes on where it was', async () => {
  const posts = Array.from({ length: 8 }, (_, index) => threadOf(n + index * 10)).flat();
  const folder = await aSite({ posts });
  const onThread = (done: number) => {
    if (done === 5) throw new Error('stopped');
  };
  await expect(bring(t, folder, { space: space.slug, onThread })).rejects.toThrow('stopped');
  const report = await bring(t, folder, { space: space.slug });
  expect(report).toMatchObject({ stored: { threads: 3, posts: 9, authors: 0 }, already: 15 });
  const threads = await readSpace(t, space);
  expect(threads.map(({ title }) => title)).toEqual(
    Array.from({ length: 8 }, (_, index) => `Question ${n + index * 10}?`),
  );
});

it('a long post is stored with all its pieces or not at all, wherever it stands in its thread', async () => {
  const posts = [
    question(n * 10),
    ...Array.from({ length: 998 }, (_, index) => answerTo(n * 10, n * 10 + index + 1)),
    answerTo(n * 10, n * 10 + 1_500, { Body: `<p>${'So it was. '.repeat(20_000)}</p>` }),
  ];
  const folder = await aSite({ posts });
  await t.sql`create function refuse() returns trigger language plpgsql as
    $$ begin if new.key like '%#2' then raise 'stopped'; end if; return new; end $$`;
  await t.sql`create trigger refuse before insert on archive_item for each row execute function refuse()`;
  await bring(t, folder, { space: space.slug });
  await t.sql`drop function refuse cascade`;
  await bring(t, folder, { space: space.slug });
  const [row] = await t.sql`
    select count(*)::int as pieces from post p join thread h on h.id = p.thread_id
    where h.space_id = ${space.id} and p.body like '%So it was.%'`;
  expect(row?.['pieces']).toBe(7);
}, 30_000);

it('killed at any moment, it leaves whole threads, and the next run brings the rest', async () => {
  const posts = Array.from({ length: 300 }, (_, index) => threadOf(n * 10 + index * 10)).flat();
  const args = ['archive:import', '--format', 'stackexchange', await aSite({ posts })];
  const whole = [...args, '--space', space.slug];
  for (const said of [/Storing 1\d %/, /Storing 4\d %/]) {
    expect(await killCommand(t.ownerUrl, said, ...whole)).toMatch(said);
    const broken = await t.sql`
      select thread_id from post group by thread_id, (select space_id from thread where id = thread_id)
      having count(*) <> 3 and (select space_id from thread where id = thread_id) = ${space.id}`;
    expect(broken).toEqual([]);
  }
  const { code, output } = await runCommand(t.ownerUrl, ...whole);
  expect(output).toMatch(/Stored: \d+ threads, \d+ posts, 0 authors\.\nAlready there: \d+ posts\./);
  expect(code).toBe(0);
  const [row] = await t.sql`
    select count(*)::int as threads, count(distinct title)::int as titles, sum(post_count)::int as posts
    from thread where space_id = ${space.id}`;
  expect(row).toEqual({ threads: 300, titles: 300, posts: 900 });
}, 120_000);

it('two at once: one of them is told to wait', async () => {
  const posts = Array.from({ length: 5 }, (_, index) => threadOf(n + index * 10)).flat();
  const folder = await aSite({ posts });
  const runs = await Promise.allSettled([
    bring(t, folder, { space: space.slug }),
    bring(t, folder, { space: space.slug }),
  ]);
  expect(runs.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = runs.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(`${refused.reason}`).toContain('Another import or export is running.');
  expect(await readSpace(t, space)).toHaveLength(5);
});

it.each([
  [['--format', 'phpbb', 'x', '--space', 's'], 'There is no format phpbb.\nSay what is brought in'],
  [['--format', 'stackexchange', 'x'], 'No space is named.'],
  [['--format', 'mbox', 'x', '--space', 's', '--loud'], "Unknown option '--loud'"],
  [['--format', 'stackexchange', '/nowhere', '--space', 'nowhere'], 'There is no space nowhere'],
  [
    ['--format', 'stackexchange', '/', '--space', '{space}', '--sharing', 'all'],
    'There is no label all.',
  ],
])(
  'the command says what is missing: %j',
  async (args, sentence) => {
    const real = args.map((arg) => (arg === '{space}' ? space.slug : arg));
    const { code, output } = await runCommand(t.ownerUrl, 'archive:import', ...real);
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  },
  30_000,
);
