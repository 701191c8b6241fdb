import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { catchUpIndex } from './catch-up.ts';
import { type Archive, openArchive } from './testing/archive.ts';

let t: TestApp;
let archive: Archive;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  archive = await openArchive(t);
});
afterAll(() => t.close());

/** On how many documents of each shelf a form is counted. */
async function counted(form: string) {
  await t.settle();
  return [
    ...(await t.sql<{ spaceId: number; isInner: boolean; docs: number }[]>`
      select space_id::float8 as "spaceId", is_inner as "isInner", docs from search_word
      where form = ${form} order by space_id`),
  ];
}

describe('the count of words', () => {
  it('follows what is written, rewritten and taken back', async () => {
    const { ask, client, space } = archive;
    const of = (docs: number) => [{ spaceId: space.id, isInner: false, docs }];
    const first = await ask({ title: 'Trapeze', body: 'The trapeze.' });
    await ask({ title: 'Circus', body: 'A trapeze.' });
    expect(await counted('=trapeze')).toEqual(of(2));
    await client.call(routes.editPost, {
      params: { id: first.postId },
      body: { body: 'The tightrope.', revision: 1 },
    });
    // It still stands in the title.
    expect(await counted('=trapeze')).toEqual(of(2));
    expect(await counted('=tightrope')).toEqual(of(1));
    await client.call(routes.deletePost, { params: { id: first.postId } });
    expect(await counted('=trapeze')).toEqual(of(1));
    expect(await counted('=tightrope')).toEqual([]);
    const [left] = await t.sql`select count(*)::int as changes from search_change`;
    expect(left).toEqual({ changes: 0 });
  });

  it('moves with a thread to another shelf, and so does who finds it', async () => {
    const { ask, space, found } = archive;
    const admin = await t.make.aMember({ role: 'admin' });
    const restricted = await t.make.aSpace({ access: 'restricted', members: [admin] });
    const { threadId } = await ask({ title: 'Unicycle', body: 'One wheel.' });
    expect(await counted('=unicycle')).toEqual([{ spaceId: space.id, isInner: false, docs: 1 }]);
    await (await t.as(admin)).call(routes.moveThread, {
      params: { id: threadId },
      body: { spaceId: restricted.id },
    });
    expect(await found('unicycle')).toEqual([]);
    expect(await counted('=unicycle')).toEqual([
      { spaceId: restricted.id, isInner: true, docs: 1 },
    ]);
  });
});

it('counts nothing where it is not when a thread is called otherwise and narrowed at once', async () => {
  const { ask, client, space } = archive;
  const { threadId } = await ask({ title: 'Okapihandover', body: 'Soon.' });
  await t.settle();
  await client.call(routes.editThread, {
    params: { id: threadId },
    body: { title: 'Quaggaplan', sharing: 'space', revision: 1 },
  });
  expect(await counted('=okapihandover')).toEqual([]);
  expect(await counted('=quaggaplan')).toEqual([{ spaceId: space.id, isInner: true, docs: 1 }]);
  expect(await counted('=soon')).toEqual([{ spaceId: space.id, isInner: true, docs: 1 }]);
});

describe('what cannot be found yet', () => {
  it('is brought in when a server starts on it, and again changes nothing', async () => {
    const { ask, answer, found, client } = archive;
    const { threadId } = await ask({ title: 'Stilts', body: 'Tall.' });
    await answer(threadId, 'Very tall stilts.');
    await client.call(routes.writeSynthesis, {
      params: { id: threadId },
      body: { body: 'Stilts it is: #2', language: 'en', revision: 0 },
    });
    await t.settle();
    const before = await counted('=stilts');
    await t.sql`delete from search_doc where thread_id = ${threadId}`;
    await t.sql`delete from search_word where form = '=stilts'`;
    expect(await found('stilts')).toEqual([]);
    await catchUpIndex(t.app.house);
    expect(await found('stilts')).toEqual([threadId]);
    expect(await counted('=stilts')).toEqual(before);
    const rows = () =>
      t.sql`select kind, id, xmin::text from search_doc where thread_id = ${threadId}`;
    const stored = await rows();
    await catchUpIndex(t.app.house);
    expect([...(await rows())]).toEqual([...stored]);
  });

  it('is taken apart again when the analyser has changed', async () => {
    const { ask, found } = archive;
    const { threadId, postId } = await ask({ title: 'Pogo', body: 'Stick.' });
    await t.sql`update search_doc set analyser_version = 0, words = '''=old'''::tsvector
      where id = ${postId}`;
    expect(await found('pogo')).toEqual([]);
    await catchUpIndex(t.app.house);
    expect(await found('pogo')).toEqual([threadId]);
  });

  it('is brought in while others write and move, and several servers do it at once', async () => {
    const { ask, client, found } = archive;
    const admin = await t.as(await t.make.aMember({ role: 'admin' }));
    const elsewhere = await t.make.aSpace();
    for (let n = 0; n < 6; n += 1) {
      const { threadId, postId } = await ask({ title: `Jugglers ${n}`, body: 'Three balls.' });
      await t.sql`update search_doc set analyser_version = 0 where id = ${postId}`;
      await Promise.all([
        catchUpIndex(t.app.house),
        catchUpIndex(t.app.house),
        client.call(routes.editThread, {
          params: { id: threadId },
          body: { title: `Acrobats ${n}`, revision: 1 },
        }),
        admin.call(routes.moveThread, {
          params: { id: threadId },
          body: { spaceId: elsewhere.id },
        }),
        client.call(routes.editPost, {
          params: { id: postId },
          body: { body: 'Four clubs.', revision: 1 },
        }),
      ]);
    }
    expect(await found('acrobats clubs')).toHaveLength(6);
    expect(await counted('=acrobats')).toEqual([
      { spaceId: elsewhere.id, isInner: false, docs: 6 },
    ]);
    expect(await counted('=jugglers')).toEqual([]);
  });
});
