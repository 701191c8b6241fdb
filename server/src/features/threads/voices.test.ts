import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { anArchive } from '../../testing/archive.ts';
import { joinVoices, selectVoices, unreadIn, voicesOf } from './voices.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const voices = voicesOf({ seqs: [1, 2, 4, 5, 6, 9], authors: [7, 8, 7, 8, 8, 7] });

it.each([
  [7, 0, { count: 3, first: 2 }],
  [7, 4, { count: 2, first: 5 }],
  [7, 6, { count: 0, first: null }],
  [8, 2, { count: 2, first: 4 }],
  [8, 5, { count: 1, first: 9 }],
  [3, 0, { count: 6, first: 1 }],
  [3, 3, { count: 4, first: 4 }],
  [3, 9, { count: 0, first: null }],
])('member %i who has read up to %i has %o before them', (memberId, readSeq, unread) => {
  expect(unreadIn(voices, memberId, readSeq)).toEqual(unread);
});

it('nobody has anything before them where nothing is published', () => {
  expect(unreadIn(voicesOf({ seqs: [], authors: [] }), 7, 0)).toEqual({ count: 0, first: null });
});

it('they are read from an index alone, however long a thread is', async () => {
  await anArchive(t, { threads: 200, posts: 20_000, readPerMember: 10 });
  const [row] = await t.app.house.db.read(
    (sql) => sql`explain (format json) select ${selectVoices(sql)} from thread ${joinVoices(sql)}
                 where thread.id = any(array(select id from thread limit 30))`,
  );
  const plan = JSON.stringify(row);
  expect(plan).toContain('"Node Type":"Index Only Scan","Parent Relationship"');
  expect(plan).toContain('"Index Name":"post_thread_seq"');
  expect(plan).not.toContain('"Node Type":"Bitmap Heap Scan"');
});
