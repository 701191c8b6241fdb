import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { routes } from '@counterpart/contract';
import { describe, expect, it } from 'vitest';
import { everything, exported, linesOf, takeBack, textOf, useExport } from '../testing/export.ts';
import { counted } from '../testing/stage.ts';
import { type FileName, fileNames, type Line } from './form.ts';

const stage = useExport();

/** A copy of the whole export in which each of these files is as its change makes it, or away. */
async function damaged(changes: { [Name in FileName]?: (lines: string[]) => string[] | null }) {
  const path = join(stage.folder, 'damaged');
  await rm(path, { recursive: true, force: true });
  await cp(stage.whole, path, { recursive: true });
  for (const name of fileNames) {
    const change = changes[name];
    if (change === undefined) continue;
    const lines = change((await readFile(join(path, name), 'utf8')).trim().split('\n'));
    if (lines === null) await rm(join(path, name));
    else await writeFile(join(path, name), lines.map((line) => `${line}\n`).join(''));
  }
  return path;
}

const each = (lines: string[]) => lines.map(() => '{"id":');
const second = (lines: string[]) => lines.map((line, at) => (at % 2 === 1 ? '{"id":' : line));

async function isWhole() {
  const again = await exported(stage.target, everything);
  for (const name of fileNames)
    expect(await textOf(again, name), name).toBe(await textOf(stage.whole, name));
}

describe('what hangs on lines that could not be read comes when they can be', () => {
  it.each<[string, Parameters<typeof damaged>[0]]>([
    ['people, some of them', { 'people.jsonl': second }],
    ['people, all of them', { 'people.jsonl': () => null }],
    ['institutions, some of them', { 'institutions.jsonl': second }],
    [
      'institutions, regions and themes',
      { 'regions.jsonl': second, 'themes.jsonl': each, 'institutions.jsonl': each },
    ],
    ['regions and people', { 'regions.jsonl': each, 'people.jsonl': second }],
    ['spaces and threads', { 'spaces.jsonl': second, 'threads.jsonl': second }],
  ])('%s', async (_what, changes) => {
    const t = stage.target;
    const path = await damaged(changes);
    await takeBack(t, path);
    const before = await counted(t);
    await takeBack(t, path);
    expect(await counted(t)).toEqual(before);
    await takeBack(t, stage.whole);
    await isWhole();
    const after = await counted(t);
    await takeBack(t, stage.whole);
    expect(await counted(t)).toEqual(after);
  });
});

it('whoever a post speaks of and who comes later has a name there then', async () => {
  const t = stage.target;
  const path = await damaged({});
  const read = <Name extends FileName>(name: Name) => linesOf<Line<Name>>(path, name);
  const write = (name: FileName, lines: readonly object[]) =>
    writeFile(join(path, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const people = await read('people.jsonl');
  const institutions = await read('institutions.jsonl');
  const [city, ...cities] = institutions;
  const [first, ...posts] = await read('posts.jsonl');
  const body = `Ask @member:81 or @institution:${city?.id}, and not @member:82.`;
  await write('posts.jsonl', [{ ...first, body }, ...posts]);
  await write('institutions.jsonl', cities);
  await takeBack(t, path);
  const reader = await t.as(await t.make.aMember({ role: 'admin' }));
  const seen = async () => {
    const input = { params: { id: first?.thread ?? 0 }, query: { from: 1 } };
    const { thread, posts: shown } = await reader.call(routes.getThread, input);
    return { html: shown[0]?.html, version: shown[0]?.version ?? 0, thread: thread.version };
  };
  const before = await seen();
  expect(before.html).toContain('@member:81');
  await write('institutions.jsonl', institutions);
  await write('people.jsonl', [...people, { ...people[0], id: 81, name: 'Ada Ek' }]);
  await takeBack(t, path);
  const after = await seen();
  expect(after.html).toContain('Ada Ek');
  expect(after.html).toContain(city?.names.en);
  expect(after.html).toContain('@member:82');
  expect(after.version).toBeGreaterThan(before.version);
  await takeBack(t, path);
  expect(await seen()).toEqual(after);
});

it('pages that are open hear of it', async () => {
  const t = stage.target;
  const threads = await linesOf<Line<'threads.jsonl'>>(stage.whole, 'threads.jsonl');
  const themed = threads.find(({ themes, author }) => themes.length > 0 && author !== null);
  await takeBack(t, await damaged({ 'themes.jsonl': each, 'institutions.jsonl': each }));
  const reader = await t.as(await t.make.aMember({ role: 'admin' }));
  const read = async () => {
    const input = { params: { id: themed?.id ?? 0 }, query: { from: 1 } };
    const { thread, posts } = await reader.call(routes.getThread, input);
    return { thread, first: posts[0] };
  };
  const before = await read();
  expect(before.first?.author.member.institution ?? null).toBeNull();
  await takeBack(t, stage.whole);
  const after = await read();
  expect(after.thread.themes).toEqual(themed?.themes);
  expect(after.first?.author.member.institution).toEqual(expect.any(Object));
  expect(after.thread.version).toBeGreaterThan(before.thread.version);
  expect(after.first?.version).toBeGreaterThan(before.first?.version ?? 0);
});

it('themes that were taken from a thread here stay away', async () => {
  const t = stage.target;
  await takeBack(t, stage.whole);
  const threads = await linesOf<Line<'threads.jsonl'>>(stage.whole, 'threads.jsonl');
  const themed = threads.find(({ themes, locked }) => themes.length > 0 && !locked);
  const id = themed?.id ?? 0;
  await t.sql`delete from thread_theme where thread_id = ${id}`;
  await t.sql`update thread set revision = revision + 1 where id = ${id}`;
  await takeBack(t, stage.whole);
  expect(await t.sql`select from thread_theme where thread_id = ${id}`).toHaveLength(0);
});
