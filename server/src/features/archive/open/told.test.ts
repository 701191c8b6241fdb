import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, changedLines, linesOf, postsOf, takeBack, useExport } from '../testing/export.ts';
import { counted, notesOf } from '../testing/stage.ts';
import type { FileName, Line } from './form.ts';

const stage = useExport();

type SpaceLine = Line<'spaces.jsonl'>;
const folder = () => join(stage.folder, 'changed');
const examplesOf = ({ notes }: Awaited<ReturnType<typeof takeBack>>, wanted: string) =>
  notes.find(({ reason }) => reason === wanted)?.examples;

describe('spaces that are others here', () => {
  async function refused(t = stage.target, path = stage.whole) {
    const before = await counted(t);
    const error = await takeBack(t, path).catch((one: Error) => one);
    expect(await counted(t)).toEqual(before);
    return error instanceof Error ? error.message : 'not refused';
  }

  it('are all named before anything moves, with what can be done, and that helps', async () => {
    const t = stage.target;
    const [first, second] = await linesOf<SpaceLine>(stage.whole, 'spaces.jsonl');
    const other = (access: SpaceLine['access'] | undefined) =>
      access === 'private' ? 'open' : 'private';
    await t.make.aSpace({ slug: first?.slug ?? '', access: other(first?.access) });
    const { id } = await t.make.aSpace({ slug: 'elsewhere', access: other(second?.access) });
    await t.sql`update space set id = ${second?.id ?? 0} where id = ${id}`;
    const said = await refused();
    expect(said).toContain(`${first?.slug} is ${first?.access} in the archive and`);
    expect(said).toContain(`${second?.slug} is ${second?.access} in the archive and`);
    expect(said).toContain('Nothing has been taken in');

    const path = await changedLines(stage, 'spaces.jsonl', (line) => {
      if (line.id === second?.id) return '';
      return line.id === first?.id ? { ...line, slug: `${line.slug}-before` } : line;
    });
    const report = await takeBack(t, path);
    expect(report.stored.posts).toBeGreaterThan(0);
    expect(notesOf(report)['no-space']).toBeGreaterThan(0);
  });

  it('with the same name, of which neither is open, are told apart', async () => {
    const lines = await linesOf<SpaceLine>(stage.whole, 'spaces.jsonl');
    const closed = lines.find(({ access }) => access !== 'open');
    await stage.target.make.aSpace({ slug: closed?.slug ?? '', access: closed?.access ?? 'open' });
    expect(await refused()).toContain(`There is another space ${closed?.slug} here`);
  });
});

describe('the report', () => {
  it('says nothing of numbers that the same run has filled, when posts lie apart', async () => {
    const path = await changed(stage, 'posts.jsonl', (text) => {
      const lines = text.trim().split('\n');
      const even = lines.filter((_, at) => at % 2 === 0);
      const odd = lines.filter((_, at) => at % 2 === 1);
      return [...even.toReversed(), ...odd, ''].join('\n');
    });
    const report = await takeBack(stage.target, path);
    expect(notesOf(report)).toEqual({ 'changed-since': 1 });
    expect(report.stored.posts).toBe((await postsOf(stage)).length);
  });

  it('tells once of what is left out, and not that it is missing', async () => {
    const t = stage.target;
    await takeBack(t, stage.whole);
    const posts = await postsOf(stage);
    const threads = await linesOf<Line<'threads.jsonl'>>(stage.whole, 'threads.jsonl');
    const people = await linesOf<Line<'people.jsonl'>>(stage.whole, 'people.jsonl');
    const [victim, other] = people.filter(({ state }) => state === 'active');
    await t.sql`
      insert into member_credential (member_id, password_hash, changed_at)
      values (${victim?.id ?? 0}, 'x', now())`;
    const by = (person = 0) => ({ person, institution: null, seat: null });
    const thread = { ...threads[0], id: 61, synthesis: null, author: by(other?.id) };
    const post = { ...posts[0], thread: 61, quote: null, revisions: [], reactions: [] };
    const path = await changed(
      stage,
      'threads.jsonl',
      (text) => `${text}${JSON.stringify(thread)}\n`,
    );
    const added = [
      { ...post, id: 71, seq: 1, author: by(other?.id) },
      { ...post, id: 72, seq: 2, author: by(victim?.id) },
      { ...post, id: 73, seq: 3, author: by(other?.id) },
    ];
    await writeFile(
      join(path, 'posts.jsonl'),
      added.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    const report = await takeBack(t, path, 'foreign');
    expect(notesOf(report)).toEqual({ 'changed-since': 2, 'not-theirs': 1 });
    expect(examplesOf(report, 'not-theirs')).toEqual(['post 72']);
  });

  it('tells of an author whom nothing describes, and not that none is named', async () => {
    const path = await changed(stage, 'people.jsonl', () => '');
    await rm(join(path, 'people.jsonl'));
    const notes = notesOf(await takeBack(stage.target, path));
    expect(notes).toEqual({ unreadable: 1, 'unknown-author': expect.any(Number) });
  });

  it.each<FileName>([
    'regions.jsonl',
    'themes.jsonl',
    'institutions.jsonl',
    'people.jsonl',
    'spaces.jsonl',
    'threads.jsonl',
    'posts.jsonl',
  ])(
    'tells what stands twice in %s, also with something between, and takes the first',
    async (name) => {
      const path = await changed(stage, name, (text) => {
        const lines = text.trim().split('\n');
        const second = lines
          .slice(0, 3)
          .map((line) => line.replaceAll('"position":', '"position":7'));
        const third = second.map((line) => line.replace('"title":"', '"title":"Not '));
        return [...lines, ...third, ''].join('\n');
      });
      const report = await takeBack(stage.target, path);
      expect(notesOf(report)).toEqual({ 'changed-since': 1, twice: 3 });
      expect(report.already).toBe(0);
      expect(await stage.target.sql`select from thread where title like 'Not %'`).toHaveLength(0);
    },
  );

  it('tells of dates that lie ahead, and takes the time of the import', async () => {
    const ahead = '2199-01-01T00:00:00.000Z';
    const [first] = await postsOf(stage);
    const reacted = (await postsOf(stage)).find(({ reactions }) => reactions.length > 0);
    const dated: { [Name in FileName]?: (line: Line<Name>) => object } = {
      'institutions.jsonl': (line) => ({ ...line, createdAt: ahead }),
      'people.jsonl': (line) => ({ ...line, createdAt: ahead }),
      'spaces.jsonl': (line) => ({
        ...line,
        createdAt: ahead,
        members: line.members.map((one) => ({ ...one, joinedAt: ahead })),
        facilitators: line.facilitators.map((one) => ({ ...one, from: ahead })),
      }),
      'threads.jsonl': (line) => ({ ...line, createdAt: ahead }),
      'posts.jsonl': (line) => ({
        ...line,
        ...(line.id === first?.id && { createdAt: ahead }),
        ...(line.id === reacted?.id && {
          reactions: line.reactions.map((one) => ({ ...one, at: ahead })),
        }),
      }),
    };
    const path = await changed(stage, 'posts.jsonl', (text) => text);
    let lines = 0;
    for (const [name, change] of Object.entries(dated)) {
      const rows = await linesOf<Line<FileName>>(stage.whole, name as FileName);
      if (name !== 'posts.jsonl') lines += rows.length;
      const after = rows.map(
        (row) => `${JSON.stringify((change as (one: unknown) => object)(row))}\n`,
      );
      await writeFile(join(path, name), after.join(''));
    }
    const report = await takeBack(stage.target, path);
    expect(notesOf(report)).toEqual({ 'changed-since': 5, 'future-date': lines + 2 });
    const [row] = await stage.target.sql`
      select greatest((select max(created_at) from institution), (select max(created_at) from member),
        (select max(created_at) from space), (select max(joined_at) from space_member),
        (select max(from_at) from role_grant), (select max(created_at) from thread),
        (select max(created_at) from post), (select max(reacted_at) from post_reaction)) as latest`;
    expect(row?.['latest'].getTime()).toBeLessThanOrEqual(
      stage.target.app.house.db.clock.now().getTime(),
    );
  });
});

describe('files that are not as they should be', () => {
  it('with letters that are not UTF-8: the line is named, and comes when it is whole', async () => {
    const path = await changed(stage, 'posts.jsonl', (text) => {
      const bytes = Buffer.from(text);
      const at = bytes.indexOf('é');
      bytes[at] = 0xe9;
      bytes[at + 1] = 0x41;
      return bytes;
    });
    const report = await takeBack(stage.target, path);
    expect(examplesOf(report, 'unreadable')).toEqual([
      expect.stringMatching(/^line \d+ of posts\.jsonl \(not UTF-8\)$/),
    ]);
    expect(
      await stage.target.sql`select from post where body like '%' || chr(65533) || '%'`,
    ).toEqual([]);
    expect((await takeBack(stage.target, stage.whole)).stored.posts).toBe(1);
  });

  it.each<[string, FileName, (text: string) => string]>([
    ['a mark before the first line', 'people.jsonl', (text) => `\uFEFF${text}`],
    ['empty lines', 'posts.jsonl', (text) => `\n${text.replaceAll('\n', '\n\n')} \n`],
    ['line ends of Windows', 'threads.jsonl', (text) => text.replaceAll('\n', '\r\n')],
  ])('with %s: all of it is taken', async (_what, name, change) => {
    const report = await takeBack(stage.target, await changed(stage, name, change));
    expect(notesOf(report)).toEqual({ 'changed-since': 1 });
  });

  it('with lines that are away: how many there were is told', async () => {
    const path = await changed(stage, 'themes.jsonl', (text) => text.slice(text.indexOf('\n') + 1));
    const count = (await linesOf(stage.whole, 'themes.jsonl')).length;
    expect(examplesOf(await takeBack(stage.target, path), 'changed-since')).toEqual([
      `themes.jsonl (${count - 1} lines of ${count})`,
    ]);
  });

  it.each<FileName>(['people.jsonl', 'posts.jsonl', 'regions.jsonl'])(
    'that cannot be read, such as a folder called %s: it is told, and the rest is taken',
    async (name) => {
      const path = await changed(stage, name, () => '');
      await rm(join(path, name));
      await mkdir(join(path, name));
      const report = await takeBack(stage.target, path);
      expect(examplesOf(report, 'unreadable')).toEqual([`${name} (it is a folder)`]);
      await takeBack(stage.target, stage.whole);
      expect(notesOf(await takeBack(stage.target, stage.whole))).toEqual({});
    },
  );

  it('with names that lead nowhere beside: nothing is said of them', async () => {
    const path = await changed(stage, 'posts.jsonl', (whole) => whole);
    await symlink(join(path, 'nowhere'), join(path, 'notes.txt'));
    expect(notesOf(await takeBack(stage.target, path))).toEqual({});
  });

  it('without a description that can be read: that is told, and they are taken', async () => {
    for (const text of ['{"format":', '{"format":"counterpart","version":1}', '']) {
      const path = await changed(stage, 'posts.jsonl', (whole) => whole);
      await writeFile(join(path, 'archive.json'), text);
      const report = await takeBack(stage.target, path);
      expect(notesOf(report)).toEqual({ 'no-description': 1 });
    }
    await rm(join(folder(), 'archive.json'));
    await rm(join(folder(), 'themes.jsonl'));
    expect(notesOf(await takeBack(stage.target, folder()))).toMatchObject({
      'no-description': 1,
      unreadable: 1,
    });
    const [row] = await stage.target.sql`select count(*)::int as posts from post`;
    expect(row).toEqual({ posts: (await postsOf(stage)).length });
  });

  it('of another form or version are refused, with what they say of themselves', async () => {
    const path = await changed(stage, 'posts.jsonl', (whole) => whole);
    await writeFile(join(path, 'archive.json'), '{"format":"counterpart","version":2}');
    await expect(takeBack(stage.target, path)).rejects.toThrow('version 2');
  });
});
