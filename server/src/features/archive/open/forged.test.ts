import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  changed,
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
import type { FileName, Line } from './form.ts';

const stage = useExport();

const readPosts = () => postsOf(stage);
const bare = (all: object[]) => all.map((post) => ({ ...post, reactions: [] }));

/** A member of the target with the id of somebody who wrote the last post of a thread. */
async function aVictim(): Promise<number> {
  const t = stage.target;
  const posts = await readPosts();
  const last = posts.find(
    ({ author, seq }, at) =>
      seq > 1 && posts[at + 1]?.seq === 1 && author?.person !== posts[at - 1]?.author?.person,
  );
  const victim = last?.author?.person ?? 0;
  const { id } = await t.make.aMember({ name: 'The mayor' });
  await t.sql`
    insert into member
    select (jsonb_populate_record(member, ${t.sql.json({ id: victim })})).* from member where id = ${id}`;
  return victim;
}

describe('an archive that speaks for members here', () => {
  it('is asked about before anything moves; from elsewhere nothing of theirs is taken, and its own is', async () => {
    const t = stage.target;
    const victim = await aVictim();
    const posts = await readPosts();
    const theirs = posts.filter(({ author }) => author?.person === victim).length;
    const before = await counted(t);
    await expect(takeBack(t, stage.whole)).rejects.toThrow('speaks for 1 of the members here');
    expect(await counted(t)).toEqual(before);
    const report = await takeBack(t, stage.whole, 'foreign');
    expect(notesOf(report)['not-theirs']).toBeGreaterThanOrEqual(theirs);
    const said = () => t.sql`select from post where author_id = ${victim}`;
    const reacted = () => t.sql`select from post_reaction where member_id = ${victim}`;
    expect([await said(), await reacted()].flat()).toEqual([]);
    // Also the last of a thread keeps its number, so that what is said meanwhile comes behind it.
    const [row] = await t.sql`select count(*)::int as count from post`;
    const began = posts.filter(({ seq, author }) => seq === 1 && author?.person === victim);
    const ofThem = posts.filter(({ thread }) => began.some((first) => first.thread === thread));
    expect(row?.['count']).toBe(posts.length - ofThem.length);

    await takeBack(t, stage.whole, 'own');
    expect(await said()).toHaveLength(theirs);
    expect(bare(await linesOf(await exported(t, everything), 'posts.jsonl'))).toEqual(bare(posts));
  });

  it('is asked about also when those whom an archive brought can sign in by now', async () => {
    const t = stage.target;
    await takeBack(t, stage.whole);
    const [first] = await readPosts();
    await t.sql`
      insert into member_credential (member_id, password_hash, changed_at)
      values (${first?.author?.person ?? 0}, 'x', now())`;
    await expect(takeBack(t, stage.whole)).rejects.toThrow(
      'speaks for 1 of the members here, who can sign in or were here before any export',
    );
    expect((await takeBack(t, stage.whole, 'foreign')).stored.posts).toBe(0);
  });
});

/** Lets somebody sign in. */
const letIn = (person: number) => stage.target.sql`
  insert into member_credential (member_id, password_hash, changed_at) values (${person}, 'x', now())`;

describe('an archive that does not list those for whom it speaks', () => {
  type Post = Awaited<ReturnType<typeof readPosts>>[number];

  /** The whole export without one of its people, and with what this adds to a post of another. */
  async function aForgery(add: (post: Post, victim: number) => object) {
    const [first, ...more] = await readPosts();
    const victim = first?.author?.person ?? 0;
    const other = more.find(({ author, body }) => author?.person !== victim && body !== null);
    const folder = await changedLines(stage, 'people.jsonl', (one) =>
      one.id === victim ? '{"id":' : one,
    );
    const people = await textOf(folder, 'people.jsonl');
    const threads = await linesOf<Line<'threads.jsonl'>>(stage.whole, 'threads.jsonl');
    const thread = threads.find(({ id }) => id === other?.thread);
    const path = await changed(stage, 'people.jsonl', () => people);
    const write = (name: FileName, lines: readonly object[]) =>
      writeFile(`${path}/${name}`, lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const author = other?.author ?? null;
    await write('threads.jsonl', [{ ...thread, id: 41, author, synthesis: null }]);
    const post = {
      ...other,
      id: 42,
      thread: 41,
      seq: 1,
      quote: null,
      revisions: [],
      reactions: [],
    };
    await write('posts.jsonl', [post, { ...post, id: 43, seq: 2, ...add(post as Post, victim) }]);
    return { path, victim, thread: threads.find(({ synthesis }) => synthesis !== null) };
  }

  const author = (person: number) => ({ person, institution: null, seat: null });
  it.each<[string, (post: Post, victim: number) => object]>([
    ['as the author of a post', (_post, victim) => ({ author: author(victim) })],
    [
      'as giving a reaction',
      ({ createdAt }, person) => ({ reactions: [{ person, kind: 'useful', at: createdAt }] }),
    ],
  ])('is asked about them %s, and from elsewhere nothing of theirs is taken', async (_how, add) => {
    const t = stage.target;
    const { path, victim } = await aForgery(add);
    // First their place is kept, then they come, and then they can sign in.
    await takeBack(t, path);
    await takeBack(t, stage.whole);
    await t.sql`delete from post_reaction where post_id = 43`;
    await t.sql`delete from post where id = 43`;
    await letIn(victim);
    const before = await counted(t);
    await expect(takeBack(t, path)).rejects.toThrow('speaks for 1 of the members here');
    expect(await counted(t)).toEqual(before);
    expect(notesOf(await takeBack(t, path, 'foreign'))).toMatchObject({ 'not-theirs': 1 });
    const said = await t.sql`
      select author_id from post where id = 43 and author_id = ${victim}
      union all select member_id from post_reaction where post_id = 43 and member_id = ${victim}`;
    expect([...said]).toEqual([]);
  });

  it('is asked about who began a thread or wrote a synthesis', async () => {
    const t = stage.target;
    const { path, victim, thread } = await aForgery(() => ({}));
    const [line] = await linesOf<Line<'threads.jsonl'>>(path, 'threads.jsonl');
    const lines = [
      { ...line, id: 51, author: author(victim) },
      { ...line, id: 52, synthesis: { ...thread?.synthesis, author: author(victim) } },
    ];
    const [post] = await linesOf(path, 'posts.jsonl');
    const posts = [51, 52].map((id) => ({ ...post, id: id + 10, thread: id }));
    await takeBack(t, stage.whole);
    await letIn(victim);
    for (const one of lines) {
      await writeFile(`${path}/threads.jsonl`, `${JSON.stringify(one)}\n`);
      const text = posts.filter((row) => row.thread === one.id).map((row) => JSON.stringify(row));
      await writeFile(`${path}/posts.jsonl`, `${text.join('\n')}\n`);
      await expect(takeBack(t, path)).rejects.toThrow('speaks for 1 of the members here');
      await takeBack(t, path, 'foreign');
    }
    const said = await t.sql`
      select id from thread where id in (51, 52) and author_id = ${victim}
      union all select thread_id from synthesis where thread_id in (51, 52)`;
    expect([...said]).toEqual([]);
  });
});

describe('an archive that goes on in a thread which none has brought', () => {
  async function aForgery() {
    const t = stage.target;
    const space = await t.make.aSpace();
    const thread = await t.make.aThread({ space, answers: [{}] });
    const [line] = await linesOf<{ id: number; space: number }>(stage.whole, 'threads.jsonl');
    const path = await changedLines(stage, 'threads.jsonl', (one) =>
      one.id === line?.id ? { ...one, id: thread.id, space: space.id } : one,
    );
    const posts = (await readPosts()).filter((post) => post.thread === line?.id);
    const forged = posts.map((post, at) => ({
      ...post,
      thread: thread.id,
      seq: at + 900,
      author: null,
    }));
    await writeFile(
      `${path}/posts.jsonl`,
      forged.map((post) => `${JSON.stringify(post)}\n`).join(''),
    );
    const spaces = await linesOf<{ id: number }>(stage.whole, 'spaces.jsonl');
    const [row] = await t.sql`select slug, access from space where id = ${space.id}`;
    const own = { ...spaces[0], id: space.id, ...row };
    await writeFile(
      `${path}/spaces.jsonl`,
      [...spaces, own].map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    return { path, thread };
  }

  it('is asked about, and changes nothing there when it is from elsewhere', async () => {
    const t = stage.target;
    const { path, thread } = await aForgery();
    await expect(takeBack(t, path)).rejects.toThrow('in 1 of the threads here');
    const state = () => t.sql`
      select (select count(*) from post where thread_id = ${thread.id}) as posts, last_seq, version, has_synthesis
      from thread where id = ${thread.id}`;
    const before = await state();
    const report = await takeBack(t, path, 'foreign');
    expect(notesOf(report)['not-theirs']).toBeGreaterThan(0);
    expect(await state()).toEqual(before);
  });
});
