import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, linesOf, takeBack, useExport } from '../testing/export.ts';
import { counted, notesOf } from '../testing/stage.ts';
import type { FileName } from './form.ts';

const stage = useExport();

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
    const report = await takeBack(stage.target, await changed(stage, name, change));
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
    const path = await changed(stage, 'people.jsonl', (text) =>
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

  it('by what the database refuses: only that stays out', async () => {
    const path = await changed(stage, 'institutions.jsonl', (text) => {
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
    const path = await changed(stage, 'spaces.jsonl', (text) =>
      text.replaceAll('"access":"open"', '"access":"private"'),
    );
    await expect(takeBack(stage.target, path)).rejects.toThrow(
      'private in the archive and open here',
    );
    expect(await counted(stage.target)).toMatchObject({ threads: '0' });
  });

  it('without its description, or with one of another kind, is told apart', async () => {
    await expect(takeBack(stage.target, stage.folder)).rejects.toThrow('There is no archive.json');
    const path = await changed(stage, 'posts.jsonl', (text) => text);
    await writeFile(join(path, 'archive.json'), '{"format":"other"}');
    await expect(takeBack(stage.target, path)).rejects.toThrow('does not describe an archive');
    await writeFile(join(path, 'archive.json'), '{"format":');
    const report = await takeBack(stage.target, path);
    expect(notesOf(report)).toEqual({ 'no-description': 1 });
    expect(report.stored.posts).toBeGreaterThan(80);
  });
});
