import { routes } from '@counterpart/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/app.ts';
import { emptyDraft } from '../../../testing/draft.ts';
import { exported, linesOf, takeBack, textOf } from '../testing/export.ts';
import { aFile, letter } from '../testing/mbox.ts';
import { bring } from '../testing/stage.ts';
import { fileNames, type Line } from './form.ts';

let target: TestApp;
beforeEach(async () => {
  target = await startTestApp();
});
afterEach(() => target.close());

describe('what does not leave', () => {
  it('are secrets, addresses, drafts, bookmarks and what was read', async () => {
    const t = target;
    const member = await t.make.aMember({ email: 'hidden@example.org' });
    const thread = await t.make.aThread({ author: member });
    const client = await t.as(member);
    const [post] = (await client.call(routes.listPosts, { params: { id: thread.id }, query: {} }))
      .items;
    await client.call(routes.keepBookmark, {
      params: { id: post?.id ?? 0 },
      body: { note: 'secret note' },
    });
    const place = `thread-${thread.id}`;
    const draft = { ...emptyDraft, body: 'secret draft', seen: null };
    await client.call(routes.keepDraft, { params: { place }, body: draft });
    const [row] = await t.sql`select count(*)::int as drafts from draft`;
    expect(row).toEqual({ drafts: 1 });
    const path = await exported(t);
    const all = (await Promise.all(fileNames.map((name) => textOf(path, name)))).join('');
    expect(all).not.toMatch(/secret|hidden@example\.org|password|token/);
    expect(all).toContain(`${thread.id}`);
  });

  it('are the names of those who left, and whatever was taken back', async () => {
    const { make } = target;
    const gone = await make.aMember({ name: 'Ada Ek', state: 'left' });
    const thread = await make.aThread({ author: gone, answers: [{}, {}] });
    await target.sql`update post set state = 'hidden', body = 'Evidence.' where thread_id = ${thread.id} and seq = 2`;
    const path = await exported(target);
    expect(await textOf(path, 'people.jsonl')).not.toContain('Ada Ek');
    const posts = await linesOf(path, 'posts.jsonl');
    expect(posts.map(({ seq, body }) => [seq, body === null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(await textOf(path, 'posts.jsonl')).not.toContain('Evidence');
  });

  it('are private spaces, unless it is asked for, and then it is noted', async () => {
    const { make } = target;
    const [open, closed] = [await make.aSpace(), await make.aSpace({ access: 'private' })];
    await make.aThread({ space: open, title: 'Seen' });
    const title = 'Unseen';
    await make.aThread({ space: closed, title, sharing: 'space' });
    const list = await aFile('list.mbox', letter({ id: 'a@board', from: 'Ada Unseen <a@board>' }));
    await bring(target, list, { format: 'mbox', space: closed.slug });
    const usual = await exported(target);
    const all = await Promise.all(fileNames.map((name) => textOf(usual, name)));
    expect(all.join('')).not.toContain('Unseen');
    expect(all.join('')).not.toContain(closed.slug);
    const more = await exported(target, { privateSpaces: true, addresses: false });
    expect(await textOf(more, 'threads.jsonl')).toContain(title);
    expect(await textOf(more, 'people.jsonl')).toContain('Ada Unseen');
    const runs = await target.sql`
      select kind, options from archive_run where kind = 'export'
      order by (options->>'privateSpaces')::boolean`;
    expect(runs.map(({ kind, options }) => [kind, options.privateSpaces])).toEqual([
      ['export', false],
      ['export', true],
    ]);
  });

  it('are quoted words that the page with the quote does not show', async () => {
    const { make, sql } = target;
    const closed = await make.aSpace({ access: 'private' });
    /** In another thread, or in the same one, a quote of words that a thread of their own holds. */
    const quote = async (words: string, within?: { space: typeof closed }) => {
      const body = `We paid ${words}.`;
      const source = await make.aThread({ body, answers: [{}], ...within });
      const other = within === undefined ? await make.aThread({ answers: [{}] }) : source;
      const [quoted, quoting] = [source.posts[0]?.id ?? 0, other.posts[1]?.id ?? 0];
      await sql`update post set quote_post_id = ${quoted}, quote_text = ${words} where id = ${quoting}`;
      return { thread: source.id, post: quoted, quoting };
    };
    const [takenBack, hidden, moved] = [await quote('20'), await quote('30'), await quote('40')];
    const [narrowed, put, edited] = [await quote('50'), await quote('60'), await quote('70')];
    const [stands, inside] = [await quote('80'), await quote('90', { space: closed })];
    await sql`update post set state = 'deleted', deleted_at = now() where id = ${takenBack.post}`;
    await sql`update post set state = 'hidden' where id = ${hidden.post}`;
    await sql`update thread set space_id = ${closed.id}, sharing = 'space' where id = ${moved.thread}`;
    await sql`update thread set sharing = 'space' where id = ${narrowed.thread}`;
    await sql`update thread set state = 'hidden' where id = ${put.thread}`;
    await sql`update post set body = 'Less.', html = '<p>Less.</p>' where id = ${edited.post}`;
    const passages = async (privateSpaces: boolean) => {
      const path = await exported(target, { privateSpaces, addresses: false });
      const lines = await linesOf<Line<'posts.jsonl'>>(path, 'posts.jsonl');
      const quotes = lines.flatMap(({ id, quote }) => (quote === null ? [] : [[id, quote]]));
      return Object.fromEntries(quotes) as Record<number, Line<'posts.jsonl'>['quote']>;
    };
    const gone = [takenBack, hidden, moved, narrowed, put, edited];
    const usual = [
      ...gone.map(({ quoting, post }) => [quoting, { post, text: null }]),
      [stands.quoting, { post: stands.post, text: '80' }],
    ];
    expect(await passages(false)).toEqual(Object.fromEntries(usual));
    expect(await passages(true)).toEqual(
      Object.fromEntries([...usual, [inside.quoting, { post: inside.post, text: '90' }]]),
    );
  });

  it('is who spoke where a label promises that', async () => {
    const { make, sql } = target;
    const [author, reader] = [await make.aMember({ name: 'Ada Ek' }), await make.aMember()];
    const space = await make.aSpace({ members: [author, reader] });
    const thread = await make.aThread({ space, author, answers: [{ author }], sharing: 'space' });
    await sql`update thread set sharing = 'chatham' where id = ${thread.id}`;
    await sql`insert into post_reaction select id, ${reader.id}, 'useful', now() from post where thread_id = ${thread.id}`;
    const path = await exported(target);
    const rows = [
      ...(await linesOf(path, 'threads.jsonl')),
      ...(await linesOf(path, 'posts.jsonl')),
    ];
    expect(rows.map((row) => row['author'])).toEqual([null, null, null]);
    expect(rows.map((row) => row['reactions']).filter(Boolean)).toEqual([[], []]);
    const fresh = await startTestApp();
    try {
      await takeBack(fresh, path);
      const [row] =
        await fresh.sql`select sharing, count(distinct author_id)::int as authors from thread group by sharing`;
      expect(row).toEqual({ sharing: 'chatham', authors: 1 });
    } finally {
      await fresh.close();
    }
  });
});
