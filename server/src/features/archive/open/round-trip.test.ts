import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { routes } from '@counterpart/contract';
import { StartError } from '@counterpart/db';
import { describe, expect, it } from 'vitest';
import { startTestApp } from '../../../testing/app.ts';
import { runCommand } from '../../../testing/command.ts';
import {
  everything,
  exported,
  exportTo,
  linesOf,
  takeBack,
  textOf,
  useExport,
} from '../testing/export.ts';
import { aFile } from '../testing/mbox.ts';
import { answerTo, aSite, question } from '../testing/site.ts';
import { bring, counted } from '../testing/stage.ts';
import { fileNames } from './form.ts';

const stage = useExport();

describe('an export', () => {
  it('read into an empty network and written again is the same, byte for byte', async () => {
    const report = await takeBack(stage.target, stage.whole);
    expect(report.notes).toEqual([]);
    expect(report.stored.posts).toBeGreaterThan(80);
    const again = await exported(stage.target, everything);
    for (const name of fileNames)
      expect(await textOf(again, name), name).toBe(await textOf(stage.whole, name));
  });

  it('is a story of its own: posts of all kinds, edits, reactions, a synthesis, names', async () => {
    const posts = await linesOf<{
      body: string | null;
      revisions: [];
      reactions: [];
      quote: unknown;
    }>(stage.whole, 'posts.jsonl');
    const threads = await linesOf<{ synthesis: unknown; themes: [] }>(stage.whole, 'threads.jsonl');
    expect(posts.some(({ body }) => body === null)).toBe(true);
    expect(posts.some(({ revisions }) => revisions.length > 0)).toBe(true);
    expect(posts.some(({ reactions }) => reactions.length > 0)).toBe(true);
    expect(posts.some(({ quote }) => quote !== null)).toBe(true);
    expect(threads.some(({ synthesis }) => synthesis !== null)).toBe(true);
    expect(threads.some(({ themes }) => themes.length > 1)).toBe(true);
  });

  it('reads to members as it did', async () => {
    await takeBack(stage.target, stage.whole);
    const [thread] = await linesOf<{ id: number; author: { person: number } }>(
      stage.whole,
      'threads.jsonl',
    );
    const id = thread?.id ?? 0;
    const views = [stage.source, stage.target].map(async (t) => {
      const client = await t.as({ id: thread?.author.person ?? 0 });
      const { posts } = await client.call(routes.getThread, { params: { id }, query: { from: 1 } });
      return posts.map(({ version: _version, ...post }) => post);
    });
    const [before, after] = await Promise.all(views);
    expect(after).toEqual(before);
  });

  it('again changes nothing, in an empty network and in the one that it is of', async () => {
    await takeBack(stage.target, stage.whole);
    for (const [t, origin] of [[stage.target], [stage.source, 'own']] as const) {
      const before = await counted(t);
      const report = await takeBack(t, stage.whole, origin);
      expect(report.stored).toEqual({ threads: 0, posts: 0, authors: 0 });
      expect(await counted(t)).toEqual(before);
    }
  });

  it('lies whole under its name or not at all, for its owner only', async () => {
    expect((await stat(stage.whole)).mode % 0o1000).toBe(0o700);
    expect((await stat(join(stage.whole, 'people.jsonl'))).mode % 0o1000).toBe(0o600);
    await expect(exportTo(stage.source, stage.whole, everything)).rejects.toThrow(
      'is there already',
    );
    await expect(exportTo(stage.source, join(stage.folder, 'nowhere', 'x'))).rejects.toThrow(
      'There is no folder',
    );
    expect((await readdir(stage.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that the disk does not take says where, why and what to do', async () => {
    const file = await aFile('notes.txt', 'Notes.');
    const tooLong = join(stage.folder, 'x'.repeat(300));
    for (const path of ['/proc/archive', join(file, 'archive'), tooLong]) {
      const refused = expect(exportTo(stage.target, path)).rejects;
      await refused.toThrow(StartError);
      await refused.toThrow(`Nothing was written to ${path}: E`);
      await refused.toThrow('choose another folder, then start again.');
    }
  });
});

it('a thread longer than one transaction takes comes whole, and goes on where it was stopped', async () => {
  const count = 2_345;
  const thread = await stage.target.make.aThread({
    answers: Array.from({ length: count - 1 }, () => ({})),
  });
  const path = await exported(stage.target);
  const fresh = await startTestApp();
  try {
    await takeBack(fresh, path);
    await fresh.sql`delete from post_mention`;
    await fresh.sql`delete from post where thread_id = ${thread.id} and seq > 1500`;
    await fresh.sql`update thread set last_seq = 1500, post_count = 1500 where id = ${thread.id}`;
    expect(await takeBack(fresh, path)).toMatchObject({
      stored: { threads: 0, posts: count - 1_500 },
      already: 1_500,
    });
    const again = await exported(fresh);
    expect(await textOf(again, 'posts.jsonl')).toBe(await textOf(path, 'posts.jsonl'));
  } finally {
    await fresh.close();
  }
}, 60_000);

it('what came from elsewhere is read back, however its names, titles and texts count', async () => {
  const marks = 'z\u0316\u0317';
  const site = await aSite({
    posts: [
      question(1, { Title: `${marks.repeat(100)}?`, OwnerUserId: 7 }),
      question(2, { Title: '', Body: `<p>${'\uFB2C'.repeat(150)}</p>`, OwnerUserId: 8 }),
      answerTo(2, 3, { Body: '<p>\u2800</p>' }),
    ],
    users: [
      { Id: 7, DisplayName: marks.repeat(50) },
      { Id: 8, DisplayName: '\uFB2C'.repeat(100) },
    ],
  });
  const space = await stage.target.make.aSpace();
  await bring(stage.target, site, { space: space.slug });
  const path = await exported(stage.target);
  const fresh = await startTestApp();
  try {
    expect((await takeBack(fresh, path)).notes).toEqual([]);
    const again = await exported(fresh);
    for (const name of fileNames)
      expect(await textOf(again, name), name).toBe(await textOf(path, name));
  } finally {
    await fresh.close();
  }
}, 30_000);

it('what is hidden comes back hidden, and who left as one who left', async () => {
  const t = stage.target;
  const gone = await t.make.aMember({ name: 'Ada Ek', state: 'left', locale: 'fr' });
  const thread = await t.make.aThread({ author: gone, answers: [{}, {}, {}] });
  const [, hidden, taken] = thread.posts;
  await t.sql`update post set state = 'hidden' where id = ${hidden?.id ?? 0}`;
  await t.sql`update post set state = 'deleted', deleted_at = now() where id = ${taken?.id ?? 0}`;
  const path = await exported(t);
  const fresh = await startTestApp();
  try {
    await takeBack(fresh, path);
    const rows = await fresh.sql`
      select state, deleted_at is null as never from post where thread_id = ${thread.id} order by seq`;
    expect(rows.map(({ state, never }) => [state, never])).toEqual([
      ['published', true],
      ['hidden', true],
      ['deleted', false],
      ['published', true],
    ]);
    const again = await exported(fresh);
    for (const name of fileNames)
      expect(await textOf(again, name), name).toBe(await textOf(path, name));
    const counts = await Promise.all(
      [t, fresh].map(({ sql }) => sql`select post_count, last_seq, excerpt from thread`),
    );
    expect(counts[1]?.[0]).toMatchObject({ post_count: 2, last_seq: 4 });
  } finally {
    await fresh.close();
  }
}, 30_000);

it('the commands say what they did, and what is missing', async () => {
  const path = join(stage.folder, 'by-command');
  const args = ['archive:export', path, '--include-private'];
  const first = await runCommand(stage.target.ownerUrl, ...args);
  expect(first.output).toContain(`Written to ${path}: 0 threads, 0 posts, 0 people.`);
  const again = await runCommand(stage.target.ownerUrl, ...args);
  expect([again.code, again.output]).toEqual([2, expect.stringContaining('is there already')]);
  expect(first.output).toContain('Writing 100 %');
  expect((await runCommand(stage.target.ownerUrl, 'archive:export')).output).toContain(
    'Say where the archive goes',
  );
  const back = await runCommand(
    stage.target.ownerUrl,
    'archive:import',
    '--format',
    'counterpart',
    stage.whole,
  );
  expect(back.output).toMatch(/Stored: \d+ threads, \d+ posts, \d+ authors\./);
  const spaced = ['archive:import', '--format', 'counterpart', stage.whole, '--space', 'youth'];
  expect((await runCommand(stage.target.ownerUrl, ...spaced)).code).toBe(2);
}, 60_000);
