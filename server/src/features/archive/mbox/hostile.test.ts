import type { TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/app.ts';
import { aFile, letter } from '../testing/mbox.ts';
import { bring, notesOf, readSpace } from '../testing/stage.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function bringTo(space: TestSpace, ...letters: string[]) {
  const file = await aFile('list.mbox', letters.join(''));
  const report = await bring(t, file, { format: 'mbox', space: space.slug });
  return { report, notes: notesOf(report), threads: await readSpace(t, space) };
}

it('characters that the database does not hold stop nothing, in whatever line they stand', async () => {
  const space = await t.make.aSpace();
  const file = "Content-Disposition: attachment; filename*=utf-8''a%00b.txt";
  const { report, threads } = await bringTo(
    space,
    letter({ id: 'a\0b@nul', subject: 'One' }),
    letter({ id: 'c@nul', refs: ['q\0r@nul', 'a@nul'], subject: 'Two' }),
    letter({ id: '=?utf-8?q?d=00e=40nul?=', subject: 'Three' }),
    letter({ id: `${'x'.repeat(59)}😀@nul`, subject: 'Four', headers: [file], body: 'A file.' }),
  );
  expect(threads.map(({ title }) => title).toSorted()).toEqual(['Four', 'One', 'Three', 'Two']);
  const [run] = await t.sql`select report from archive_run order by started_at desc limit 1`;
  expect(run?.['report']).toMatchObject({ stored: report.stored });
});

it('an identifier that looks like a piece of another message is none', async () => {
  const space = await t.make.aSpace();
  const long = letter({ id: 'p@l', subject: 'Long', body: 'So it was.\n'.repeat(8_000) });
  const { report, threads } = await bringTo(
    space,
    long,
    ...['p@l#2', 'p@l2'].map((id) => letter({ id, subject: id })),
  );
  expect(threads.map(({ title }) => title).toSorted()).toEqual(['Long', 'p@l#2', 'p@l2']);
  expect(report.already).toBe(0);
});

it('a name that was brought for one space is not told in another', async () => {
  const [board, open] = [await t.make.aSpace({ access: 'private' }), await t.make.aSpace()];
  const from = (name: string) => `${name} <ada77@example.org>`;
  await bringTo(board, letter({ id: 'a@board', from: from('Ada Secretname') }));
  const first = await bringTo(open, letter({ id: 'a@open', from: from('AE') }));
  expect(first.threads.map(({ posts }) => posts[0]?.author)).toEqual(['AE']);
  const second = await bringTo(open, letter({ id: 'b@open', from: from('A. E.') }));
  expect(second.report.stored.authors).toBe(0);
});
