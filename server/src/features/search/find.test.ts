import { routes } from '@counterpart/contract';
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Archive, openArchive } from './testing/archive.ts';

let t: TestApp;
let archive: Archive;
beforeAll(async () => {
  t = await startTestApp();
  archive = await openArchive(t);
});
afterAll(() => t.close());

describe('words', () => {
  it('are found in their other forms, and in the language next door', async () => {
    const { ask, found } = archive;
    const { threadId } = await ask({
      title: 'Preventing what may follow',
      body: 'Municipalities.',
    });
    expect(await found('prévention municipalité')).toEqual([threadId]);
  });

  it('that are typed with a mistake are found, and the mistake is told', async () => {
    const { ask, found, search } = archive;
    const { threadId } = await ask({ title: 'Kaleidoscopes', body: 'For the youth centre.' });
    await t.settle();
    for (const typed of ['kaleidoscpoe', 'kaleidoscop', 'kaliedoscope', 'kaleydoscope']) {
      expect({ typed, found: await found(`${typed} `) }).toEqual({ typed, found: [threadId] });
    }
    const { hints } = await search('kaleydoscope ');
    expect(hints).toEqual([{ kind: 'nearly', text: 'kaleidoscopes' }]);
  });

  it('are found while the last of them is still being typed', async () => {
    const { ask, found } = archive;
    const { threadId } = await ask({ title: 'Zeppelins over the fair', body: 'Is it safe?' });
    await t.settle();
    expect(await found('zepp')).toEqual([threadId]);
    expect(await found('zepp ')).toEqual([]);
  });

  it('that few texts hold decide, in a question typed as a sentence', async () => {
    const { ask, found } = archive;
    const { threadId } = await ask({
      title: 'Shutters',
      body: 'We painted the shutters of the arcade with the pupils of the school next to it.',
    });
    for (let n = 0; n < 4; n += 1) {
      await ask({ title: `The plan ${n}`, body: 'How do we do this with the others in the city?' });
    }
    await t.settle();
    const [first] = await found('How do we do the shutters in the city with pupils?');
    expect(first).toBe(threadId);
  });

  it('in quotes stand one behind the other, those behind a minus nowhere', async () => {
    const { ask, found } = archive;
    const one = await ask({ title: 'A', body: 'The quiet harbour bell rang.' });
    const other = await ask({ title: 'B', body: 'The bell of the quiet harbour is cracked.' });
    expect(await found('"harbour bell"')).toEqual([one.threadId]);
    expect(await found('harbour bell -cracked')).toEqual([one.threadId]);
    expect(new Set(await found('cracked OR rang'))).toEqual(
      new Set([one.threadId, other.threadId]),
    );
  });

  it('that nothing holds together are found apart, and that is told', async () => {
    const { ask, search } = archive;
    const one = await ask({ title: 'C', body: 'Only a xylophone.' });
    const { items, hints } = await search('xylophone quokka ');
    expect(items.map(({ id }) => id)).toEqual([one.threadId]);
    expect(hints).toContainEqual({ kind: 'most-words', text: '' });
  });

  it('of the title and of an answer meet in one thread', async () => {
    const { ask, answer, search } = archive;
    const { threadId } = await ask({ title: 'Observatories', body: 'Who has one?' });
    const postId = await answer(threadId, 'Ours is run by retired plumbers.');
    const [first] = (await search('observatory plumbers')).items;
    expect(first).toMatchObject({ id: threadId, passage: { postId } });
  });
});

describe('operators', () => {
  it('narrow what is found', async () => {
    const { ask, answer, found, writer, client } = archive;
    const city = await t.make.anInstitution({ nameEn: 'Dar es Salaam', nameFr: 'Dar es Salam' });
    const other = await t.make.aMember({ institutionId: city, name: 'Hélène Mbeki' });
    const theirs = await t.as(other);
    const old = await ask({ title: 'Bazaar', body: 'Of spices. [A link](https://a.example)' });
    const fresh = await ask({ title: 'Bazaar again', body: 'Bazaar.', language: 'fr', by: theirs });
    await answer(old.threadId, 'A bazaar, too.', theirs);
    await t.sql`update search_doc set written_at = '2024-05-05' where id = ${old.postId}`;
    const both = [old.threadId, fresh.threadId];
    const cases: [string, number[]][] = [
      ['bazaar', both],
      ['bazaar author:helene', both],
      [`bazaar author:"${writer.name}"`, [old.threadId]],
      ['bazaar author:me', [old.threadId]],
      ['bazaar city:"dar es sal"', both],
      ['bazaar lang:fr', [fresh.threadId]],
      ['bazaar has:link', [old.threadId]],
      ['bazaar has:answer', [old.threadId]],
      ['bazaar in:title', both],
      ['spices in:title', []],
      ['bazaar before:2025', [old.threadId]],
      ['spices after:2025', []],
      [`bazaar space:${archive.space.slug}`, both],
      ['bazaar is:unread', both],
      ['author:me before:2025', [old.threadId]],
    ];
    for (const [q, expected] of cases) {
      expect({ q, found: new Set(await found(q)) }).toEqual({ q, found: new Set(expected) });
    }
    const [newest] = await found('bazaar sort:new');
    expect(newest).toBe(old.threadId);
    await client.call(routes.keepBookmark, { params: { id: old.postId }, body: {} });
    expect(await found('bazaar is:bookmarked')).toEqual([old.threadId]);
  });
});

it('a thread is found by its title after its first post was taken back', async () => {
  const { ask, answer, found, client } = archive;
  const { threadId, postId } = await ask({ title: 'Wombat trams at dusk', body: 'Who?' });
  await answer(threadId, 'We have one.');
  await client.call(routes.deletePost, { params: { id: postId } });
  expect(await found('wombat')).toEqual([threadId]);
  expect(await found('in:title "wombat trams"')).toEqual([threadId]);
});

it('a common word is found beside one that nobody wrote, and that is told', async () => {
  const { ask, search } = archive;
  for (let n = 0; n < 40; n += 1) await ask({ title: `Bus ${n}`, body: 'Our omnibuses are late.' });
  await t.settle();
  const { total, hints } = await search('xylophonequartz late omnibuses ');
  expect(total).toBe(40);
  expect(hints).toContainEqual({ kind: 'most-words', text: '' });
});

it('one long thread hides none of the others', async () => {
  const { ask, answer, search } = archive;
  const { threadId } = await ask({ title: 'Tramline extension', body: 'The tramline.' });
  for (let n = 0; n < 205; n += 1) await answer(threadId, `The tramline, ${n}.`);
  for (let n = 0; n < 30; n += 1) await ask({ title: `Letter ${n}`, body: 'By the tramline.' });
  const { items, total, next } = await search('tramline', { limit: 50 });
  expect({ total, next, threads: new Set(items.map(({ id }) => id)).size }).toEqual({
    total: 31,
    next: null,
    threads: 31,
  });
  const posts = await search('tramline', { type: 'post', limit: 100 });
  expect([posts.total, posts.items.length]).toEqual([236, 100]);
});

it('refuses days on which nothing can have been written', async () => {
  for (const after of ['0000-01-01', '1969-12-31', '2026-02-30']) {
    const problem = await archive.client.refused(routes.search, { query: { q: 'a', after } });
    expect(problem.code).toBe('invalid-request');
  }
});

it('takes no sign of a name for everybody', async () => {
  await archive.ask({ title: 'Percentages', body: 'Percentages.' });
  for (const q of ['percentages author:%', 'percentages city:_', 'percentages space:!!']) {
    expect({ q, found: await archive.found(q) }).toEqual({ q, found: [] });
  }
});

describe('pages', () => {
  it('follow each other without a gap or a double, whatever is written meanwhile', async () => {
    const { ask, search } = archive;
    const asked: number[] = [];
    for (let n = 0; n < 25; n += 1) {
      asked.push((await ask({ title: `Windmill ${n}`, body: 'windmill '.repeat(n + 1) })).threadId);
    }
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('windmill', { limit: 7, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      await ask({ title: 'Windmill, written meanwhile', body: 'windmill '.repeat(30) });
    } while (cursor !== undefined);
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(asked));
  });

  it('are refused with a cursor that nobody gave', async () => {
    const problem = await archive.client.refused(routes.search, {
      query: { q: 'a', cursor: 'xx' },
    });
    expect(problem.code).toBe('invalid-request');
  });
});

it('answers whatever is typed', async () => {
  const odd = constantFrom(
    '"',
    '-',
    ':',
    '(',
    ')',
    '&',
    '|',
    '!',
    '<->',
    '*',
    "'",
    '\\',
    'OR',
    'author:',
    '%',
    '_',
    '=',
    '~',
    ' ',
  );
  const typed = array(oneof(odd, string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 });
  await assert(
    asyncProperty(typed, async (parts) => {
      const q = parts.join('').replaceAll('\0', '');
      const { status } = await archive.client.ask(routes.search, { query: { q } });
      expect({ q, status }).toEqual({ q, status: 200 });
    }),
    { numRuns: 150 },
  );
});
