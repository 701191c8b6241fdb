import { routes } from '@counterpart/contract';
import { StartError } from '@counterpart/db';
import type { TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/app.ts';
import { runCommand } from '../../../testing/command.ts';
import { answerTo, aSite, commentOn, fileOf, question, type Site } from '../testing/site.ts';
import { bring, notesOf, readSpace } from '../testing/stage.ts';

let t: TestApp;
let space: TestSpace;
/** Numbers are those of the site, and no two tests may mean the same post. */
let n = 0;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  space = await t.make.aSpace();
  n += 100;
});
afterAll(() => t.close());

async function bringSite(site: Site) {
  const report = await bring(t, await aSite(site), { space: space.slug });
  return { report, notes: notesOf(report), threads: await readSpace(t, space) };
}

describe('a site', () => {
  it('comes as threads with their times and authors, comments quoting what they comment', async () => {
    const [asked, comment, answered, more] = [
      question(n),
      commentOn(n, 1),
      answerTo(n, n + 1),
      commentOn(n + 1, 2, { UserDisplayName: 'Long gone', UserId: 12 }),
    ];
    const late = question(n + 2, { OwnerUserId: 8, ClosedDate: '2016-01-01T00:00:00.000' });
    const users = [7, 8, 9].map((Id) => ({ Id, DisplayName: `User ${Id}` }));
    const posts = [late, answered, asked];
    const { report, threads } = await bringSite({ posts, comments: [more, comment], users });
    const at = (row: Record<string, string | number>) => `${row['CreationDate']}Z`;
    expect(threads.map(({ title, locked }) => [title, locked])).toEqual([
      [`Question ${n}?`, false],
      [`Question ${n + 2}?`, true],
    ]);
    expect(threads[0]?.posts).toEqual([
      { text: `Asked ${n}.`, author: 'User 7', at: at(asked), quotes: null },
      { text: 'Commented 1.', author: 'User 9', at: at(comment), quotes: 1 },
      { text: `Answered ${n + 1}.`, author: 'User 8', at: at(answered), quotes: null },
      { text: 'Commented 2.', author: 'Long gone', at: at(more), quotes: 3 },
    ]);
    expect(report.read).toEqual({ posts: 3, comments: 2, users: 3 });
    expect(report.stored).toEqual({ threads: 2, posts: 5, authors: 4 });
    expect(report.notes).toEqual([]);
  });

  it('has authors who can be looked up, and are no members', async () => {
    const users = [{ Id: 7, DisplayName: 'Ada Ek' }];
    const { threads } = await bringSite({ posts: [question(n)], users });
    const client = await t.as(await t.make.aMember());
    const params = { id: threads[0]?.id ?? 0 };
    const { items } = await client.call(routes.listPosts, { params, query: {} });
    const { id = 0 } = items[0]?.author.member ?? {};
    const { member } = await client.call(routes.getMember, { params: { id } });
    expect(member).toMatchObject({ name: 'Ada Ek', state: 'unclaimed', seat: null });
    const found = await client.call(routes.listMentionable, {
      params,
      query: { q: 'Ada' },
    });
    expect(found.items.map(({ name }) => name)).not.toContain('Ada Ek');
  });

  it('tells one change per thread, and that it was brought in', async () => {
    const newest = async () => {
      await t.settle();
      const [row] = await t.sql<{ max: number }[]>`select max(seq)::float8 as max from event`;
      return row?.max ?? 0;
    };
    const before = await newest();
    const posts = [question(n), answerTo(n, n + 1), answerTo(n, n + 2), question(n + 3)];
    await bringSite({ posts });
    await t.settle();
    const told = await t.sql`select type, origin from event where seq > ${before}`;
    expect(told.map(({ type, origin }) => [type, origin])).toEqual([
      ['thread.changed', 'import'],
      ['thread.changed', 'import'],
    ]);
  });

  it('becomes Markdown, in which nothing runs', async () => {
    const Body =
      '<p>Two <b>benches</b> &amp; a <a href="javascript:alert(1)">tree</a></p><script>alert(1)</script>' +
      '<img src="https://example.org/x.png" onerror="alert(1)"><pre><code>a &lt; b\n</code></pre>';
    const users = [{ Id: 7, DisplayName: '<script>alert(1)</script>' }];
    const { threads } = await bringSite({ posts: [question(n, { Body })], users });
    const [post] = threads[0]?.posts ?? [];
    expect(post?.text).toContain('Two **benches** & a tree');
    expect(post?.text).toContain('a < b');
    expect(post?.text).not.toMatch(/alert|onerror|javascript/);
    const client = await t.as(await t.make.aMember());
    const params = { id: threads[0]?.id ?? 0 };
    const { items } = await client.call(routes.listPosts, { params, query: {} });
    expect(items[0]?.html).toContain('<strong>benches</strong> &amp; a tree');
    expect(items[0]?.html).not.toMatch(/<script|<img|onerror|javascript/i);
  });
});

describe('what is not taken', () => {
  it('are the other files of a dump, and they are told', async () => {
    const others = { 'Badges.xml': fileOf('badges', [{ Id: 1 }]), 'license.txt': 'Free.' };
    const { report, notes } = await bringSite({ posts: [question(n)], others });
    expect(notes).toEqual({ 'other-file': 2 });
    expect(report.notes).toMatchObject([{ left: true, examples: ['Badges.xml', 'license.txt'] }]);
  });

  it('is a row that is too large, told apart from one that is damaged', async () => {
    const large = answerTo(n, n + 1, { Body: 'x'.repeat(5 * 2 ** 20) });
    const { notes, threads } = await bringSite({ posts: [question(n), large, answerTo(n, n + 2)] });
    expect(notes).toEqual({ 'row-too-large': 1 });
    expect(threads[0]?.posts.map(({ text }) => text)).toEqual([
      `Asked ${n}.`,
      `Answered ${n + 2}.`,
    ]);
    const torn = (text: string) => text.replace(`${n + 1}"`, '<');
    const broken = await bringSite({
      posts: [question(n + 50), large],
      change: { 'Posts.xml': torn },
    });
    expect(broken.notes).toEqual({ unreadable: 1 });
  });

  it.each([
    ['an empty file', ''],
    ['a page', '<!doctype html><html><body>Not found</body></html>'],
    ['another table', fileOf('badges', [])],
  ])('is %s that has come in the place of another', async (_what, text) => {
    const change = { 'Posts.xml': () => text };
    const wrong = bringSite({ posts: [question(n)], change });
    await expect(wrong).rejects.toThrow(StartError);
    await expect(wrong).rejects.toThrow(/Posts\.xml holds no posts.*unpack/);
    const beside = await bringSite({
      posts: [question(n)],
      comments: [],
      users: [],
      change: { 'Comments.xml': () => text, 'Users.xml': () => text },
    });
    expect(beside.notes).toEqual({ unreadable: 2 });
    expect(beside.report.stored.posts).toBe(1);
  });
});

describe('what is damaged', () => {
  it('in a file that was cut off leaves the rest, and is told', async () => {
    const posts = [question(n), answerTo(n, n + 1), answerTo(n, n + 2)];
    const cut = (text: string) => text.slice(0, text.lastIndexOf('Answered') + 3);
    const { notes, threads } = await bringSite({ posts, change: { 'Posts.xml': cut } });
    expect(threads[0]?.posts).toHaveLength(2);
    expect(notes).toEqual({ unreadable: 1 });
  });

  it('in one row leaves that row', async () => {
    const posts = [question(n), answerTo(n, n + 1), answerTo(n, n + 2)];
    const tear = (text: string) => text.replace(`Id="${n + 1}"`, `Id="${n + 1}`);
    const { notes, threads } = await bringSite({ posts, change: { 'Posts.xml': tear } });
    expect(threads[0]?.posts.map(({ text }) => text)).toEqual([
      `Asked ${n}.`,
      `Answered ${n + 2}.`,
    ]);
    expect(notes).toEqual({ unreadable: 1 });
  });

  it('in its letters shows as such, and what no database keeps is taken out', async () => {
    const Body = `<p>Caf\u00E9 ${'x'.repeat(40)} and &#0; &#xD800; end</p>`;
    const change = { 'Posts.xml': (text: string) => Buffer.from(text, 'latin1') };
    const { notes, threads } = await bringSite({ posts: [question(n, { Body })], change });
    expect(threads[0]?.posts[0]?.text).toMatch(/^Caf\uFFFD x{40} and .* end$/);
    expect(notes).toEqual({ 'broken-characters': 1 });
  });

  it('is no reason to stop: no number, no date, the future, no author, no words, no title', async () => {
    const posts = [
      question(n, { Title: '', Body: '<p>Where are the benches?</p>' }),
      answerTo(n, n + 1, { Id: 'x' }),
      answerTo(n, n + 2, { CreationDate: 'last spring' }),
      answerTo(n, n + 3, { CreationDate: '2999-01-01T00:00:00.000' }),
      answerTo(n, n + 4, { OwnerUserId: '', OwnerDisplayName: '' }),
      answerTo(n, n + 5, { Body: '<p> </p>' }),
      answerTo(n, n + 2),
      answerTo(n + 90, n + 6),
      { ...question(n + 7), PostTypeId: 4 },
    ];
    const comments = [commentOn(n, 1), commentOn(n, 1), commentOn(n + 91, 2)];
    const { report, notes, threads } = await bringSite({ posts, comments });
    expect(threads.map(({ title }) => title)).toEqual(['Where are the benches?']);
    expect(notes).toEqual({
      'no-id': 1,
      'no-date': 1,
      'future-date': 1,
      'no-author': 1,
      empty: 1,
      twice: 2,
      'no-question': 1,
      'no-post': 1,
      'no-title': 1,
      'other-kind': 1,
    });
    const now = t.app.house.db.clock.now().getTime();
    for (const { at } of threads[0]?.posts ?? []) expect(Date.parse(at)).toBeLessThanOrEqual(now);
    const left = report.notes
      .filter((note) => note.left)
      .reduce((sum, { count }) => sum + count, 0);
    const read = (report.read['posts'] ?? 0) + (report.read['comments'] ?? 0);
    expect(report.stored.posts + left).toBe(read);
  });

  it('in its dates: a time that no calendar has counts as none', async () => {
    const dates = ['0000-01-01T00:00:00', '-271821-04-20T00:00:00', '1003-05-01T00:00:00'];
    const posts = dates.map((CreationDate, index) => question(n + index, { CreationDate }));
    const edited = question(n + 5, { LastEditDate: '0000-01-01T00:00:00' });
    const { report, notes } = await bringSite({ posts: [...posts, edited] });
    expect(report.stored).toMatchObject({ threads: 4, posts: 4 });
    expect(notes).toEqual({ 'no-date': 3, 'no-edit-date': 1 });
  });

  it('in a way that nobody thought of stops nothing, and the report holds no words of it', async () => {
    const posts = [question(n), question(n + 1, { Title: 'Secret plan' }), answerTo(n + 1, n + 2)];
    await t.sql`create function refuse() returns trigger language plpgsql as
      $$ begin if new.title like 'Secret%' then raise sqlstate '22008'; end if; return new; end $$`;
    await t.sql`create trigger refuse before insert on thread for each row execute function refuse()`;
    const folder = await aSite({ posts: [...posts, question(n + 3)] });
    const report = await bring(t, folder, { space: space.slug });
    await t.sql`drop function refuse cascade`;
    expect(report.stored).toMatchObject({ threads: 2, posts: 2 });
    expect(notesOf(report)).toEqual({ failed: 2 });
    expect(JSON.stringify(report)).toContain('cannot hold (22008)');
    expect(JSON.stringify(report)).not.toMatch(/secret|insert into/i);
    const again = await bring(t, folder, { space: space.slug });
    expect(again).toMatchObject({ stored: { threads: 1, posts: 2 }, already: 2, notes: [] });
  });

  it('is told when there is nothing of a site at all', async () => {
    const folder = await aSite({});
    await expect(bring(t, `${folder}/none`, { space: space.slug })).rejects.toThrow('There is no');
    const { report } = await bringSite({ posts: [] });
    expect(report.stored).toEqual({ threads: 0, posts: 0, authors: 0 });
  });
});

it('the command ends with 0 though something was left out, and with 2 when it could not go on', async () => {
  const run = async (site: Site) => {
    const args = ['--format', 'stackexchange', await aSite(site), '--space', space.slug];
    return runCommand(t.ownerUrl, 'archive:import', ...args);
  };
  const posts = [question(n), answerTo(n + 90, n + 1)];
  const left = await run({ posts, others: { 'Badges.xml': fileOf('badges', []) } });
  expect(left.output).toContain('1 × is a file of which nothing is brought in: Badges.xml');
  expect(left.output).toContain('Reading 100 %');
  const none = await run({ posts, change: { 'Posts.xml': () => '' } });
  expect(none.output).toContain('Posts.xml holds no posts');
  expect(none.output).not.toMatch(/\n\s+at /);
  expect([left.code, none.code]).toEqual([0, 2]);
}, 30_000);

it('a text that is too long becomes several posts, and an endless one ends', async () => {
  const words = (count: number) => `<p>${'So it was. '.repeat(count)}</p>`;
  const posts = [
    question(n),
    answerTo(n, n + 1, { Body: words(6_000) }),
    answerTo(n, n + 2, { Body: words(200_000) }),
  ];
  const { notes, threads } = await bringSite({ posts });
  const shown = threads[0]?.posts ?? [];
  expect(notes).toEqual({ 'too-long': 2, cut: 1 });
  const whole = shown
    .slice(1, -20)
    .map(({ text }) => text)
    .join(' ');
  expect(whole.split('So it was.')).toHaveLength(6_001);
});
