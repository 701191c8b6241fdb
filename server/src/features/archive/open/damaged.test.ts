import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything, exported, linesOf, takeBack, textOf, useExport } from '../testing/export.ts';
import { counted, notesOf } from '../testing/stage.ts';
import type { FileName } from './form.ts';

const stage = useExport();

/** A copy of the whole export with one file changed. */
async function changed(name: FileName, change: (text: string) => string | Buffer) {
  const path = join(stage.folder, 'changed');
  await rm(path, { recursive: true, force: true });
  await cp(stage.whole, path, { recursive: true });
  await writeFile(join(path, name), change(await textOf(path, name)));
  return path;
}

describe('an export that is damaged', () => {
  it.each<[string, FileName, (text: string) => string | Buffer]>([
    ['cut off', 'posts.jsonl', (text) => text.slice(0, -400)],
    ['in the middle', 'posts.jsonl', (text) => text.replace('"seq":2,', '"seq":"two",')],
    ['by lines of something else', 'threads.jsonl', (text) => `${text}{"id":1}\nnull\n[]\n`],
    [
      'by a year that is none',
      'posts.jsonl',
      (text) => text.replace(/"createdAt":"\d{4}/, '"createdAt":"0000'),
    ],
    ['in its letters', 'people.jsonl', (text) => Buffer.from(`${text}\xFF`, 'latin1')],
  ])('%s, is taken as far as it is whole, and told', async (_how, name, change) => {
    const report = await takeBack(stage.target, await changed(name, change));
    expect(notesOf(report)).toMatchObject({ 'changed-since': 1, unreadable: expect.any(Number) });
    const before = await counted(stage.target);
    expect(Number(before?.['posts'])).toBeGreaterThan(0);
    await takeBack(stage.target, join(stage.folder, 'changed'));
    expect(await counted(stage.target)).toEqual(before);
  });

  it('by a hand that wants in: nobody gets a role, a script or somebody else’s address', async () => {
    const victim = await stage.target.make.aMember({
      email: 'mayor@example.org',
      name: 'The mayor',
    });
    const evil = {
      name: '<script>alert(1)</script>',
      about: null,
      languages: [],
      locale: 'en',
      institution: null,
      seat: 'mayor',
      state: 'active',
      createdAt: '2020-01-01T00:00:00.000Z',
    };
    const path = await changed('people.jsonl', (text) =>
      [
        text.trim(),
        JSON.stringify({ ...evil, id: 5, email: 'Mayor@example.org' }),
        JSON.stringify({ ...evil, id: victim.id, email: 'evil@example.org' }),
        JSON.stringify({ ...evil, id: 6, roles: ['admin'] }),
        '',
      ].join('\n'),
    );
    const report = await takeBack(stage.target, path, 'foreign');
    expect(notesOf(report)).toMatchObject({ 'address-taken': 1, unreadable: 1 });
    const rows = await stage.target.sql`
      select p.member_id::float8 as id, p.email, p.name from member_person p where p.member_id in (5, 6, ${victim.id})`;
    expect(rows.map((row) => ({ ...row })).toSorted((one, other) => one.id - other.id)).toEqual([
      { id: 5, email: null, name: '<script>alert(1)</script>' },
      { id: victim.id, email: 'mayor@example.org', name: 'The mayor' },
    ]);
    const roles = await stage.target.sql`select role from role_grant where role <> 'facilitator'`;
    expect(roles).toEqual([]);
  });

  it('in one line keeps the numbers of the others, and the post takes its place when it can be read', async () => {
    const t = stage.target;
    const lines = (await textOf(stage.whole, 'posts.jsonl')).trim().split('\n');
    const posts = lines.map((line) => JSON.parse(line) as { seq: number; quote: unknown });
    const hurt = posts.findIndex(({ seq }, at) => seq === 2 && posts[at + 1]?.seq === 3);
    const first = posts.findIndex(
      ({ seq }, at) => at > hurt && seq === 1 && posts[at + 1]?.seq === 2,
    );
    const path = await changed('posts.jsonl', () =>
      lines.map((line, at) => (at === hurt || at === first ? line.slice(0, 40) : line)).join('\n'),
    );
    expect(notesOf(await takeBack(t, path))).toEqual({ 'changed-since': 1, unreadable: 2 });
    const gone = await t.sql`
      select seq from post where body = '' and id not in
        (select id from unnest(${t.sql.array(posts.map((post) => (post as { id?: number }).id ?? 0))}::bigint[]) as known (id))
      order by seq`;
    expect(gone.map(({ seq }) => seq)).toEqual([1, 2]);
    const before = await counted(t);
    expect((await takeBack(t, path)).stored).toEqual({ threads: 0, posts: 0, authors: 0 });
    expect(await counted(t)).toEqual(before);

    const report = await takeBack(t, stage.whole);
    expect([report.stored, report.notes]).toEqual([{ threads: 0, posts: 2, authors: 0 }, []]);
    const again = await exported(t, everything);
    for (const name of ['threads.jsonl', 'posts.jsonl'] as const) {
      expect(await textOf(again, name), name).toBe(await textOf(stage.whole, name));
    }
  });

  it('by numbers that cannot be: its posts stand one behind the other', async () => {
    const path = await changed('posts.jsonl', (text) =>
      text.replace('"seq":2,', '"seq":2000000000,'),
    );
    expect(notesOf(await takeBack(stage.target, path))).toEqual({
      'changed-since': 1,
      renumbered: 1,
    });
    const [row] = await stage.target.sql`
      select max(seq) as last, (select max(last_seq) from thread) as told from post`;
    expect(row?.['last']).toBe(row?.['told']);
    expect(row?.['last']).toBeLessThan(1_000);
  });

  it('by a hand that makes members here say things: nothing of theirs is taken, unless the network wrote it', async () => {
    const t = stage.target;
    const posts = await linesOf<{ thread: number; seq: number; author: { person: number } }>(
      stage.whole,
      'posts.jsonl',
    );
    const answer = posts.find(
      ({ seq, author }, at) => seq === 2 && author.person !== posts[at - 1]?.author.person,
    );
    const victim = answer?.author.person ?? 0;
    const { id: mayor } = await t.make.aMember({ name: 'The mayor' });
    await t.sql`
      insert into member select (jsonb_populate_record(member, ${t.sql.json({ id: victim })})).* from member where id = ${mayor}`;
    const theirs = posts.filter(({ author }) => author?.person === victim).length;
    const before = await counted(t);
    await expect(takeBack(t, stage.whole)).rejects.toThrow('speaks for 1 of the members here');
    expect(await counted(t)).toEqual(before);
    const report = await takeBack(t, stage.whole, 'foreign');
    expect(notesOf(report)['not-theirs']).toBeGreaterThanOrEqual(theirs);
    const said = () => t.sql`select from post where author_id = ${victim}`;
    const reacted = () => t.sql`select from post_reaction where member_id = ${victim}`;
    expect([await said(), await reacted()].flat()).toEqual([]);

    await takeBack(t, stage.whole, 'own');
    expect(await said()).toHaveLength(theirs);
    const again = await linesOf(await exported(t, everything), 'posts.jsonl');
    const bare = (all: object[]) => all.map((post) => ({ ...post, reactions: [] }));
    expect(bare(again)).toEqual(bare(posts));
  });

  it('by what the database refuses: only that stays out', async () => {
    const path = await changed('institutions.jsonl', (text) => {
      const [line = ''] = text.split('\n');
      const one = { ...JSON.parse(line), geonameId: 77 };
      const rows = [{ id: 11 }, { id: 12 }, { id: 13, geonameId: 78, population: 3_000_000_000 }];
      return [text.trim(), ...rows.map((row) => JSON.stringify({ ...one, ...row })), ''].join('\n');
    });
    const report = await takeBack(stage.target, path);
    expect(notesOf(report)).toEqual({ 'changed-since': 1, unreadable: 1 });
    const rows = await stage.target
      .sql`select id::float8 as id from institution where id in (11, 12, 13)`;
    expect(rows.map(({ id }) => id)).toEqual([11]);
    expect(report.stored.posts).toBeGreaterThan(80);
  });

  it('so that a private space would open is refused before any thread', async () => {
    const spaces = await linesOf<{ slug: string; access: string }>(stage.whole, 'spaces.jsonl');
    const space = spaces.find(({ access }) => access === 'open');
    await stage.target.make.aSpace({ slug: space?.slug ?? '', access: 'open' });
    const path = await changed('spaces.jsonl', (text) =>
      text.replaceAll('"access":"open"', '"access":"private"'),
    );
    await expect(takeBack(stage.target, path)).rejects.toThrow(
      'private in the archive and open here',
    );
    expect(await counted(stage.target)).toMatchObject({ threads: '0' });
  });

  it('without its description, or with one of another kind, is told apart', async () => {
    await expect(takeBack(stage.target, stage.folder)).rejects.toThrow('There is no archive.json');
    const path = await changed('posts.jsonl', (text) => text);
    await writeFile(join(path, 'archive.json'), '{"format":"other"}');
    await expect(takeBack(stage.target, path)).rejects.toThrow('does not describe an archive');
    await writeFile(join(path, 'archive.json'), '{"format":');
    await expect(takeBack(stage.target, path)).rejects.toThrow('it is damaged');
  });
});
