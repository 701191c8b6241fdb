import { routes, type SearchItem } from '@counterpart/contract';
import type { TestMember, TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import type { Client } from '../../testing/client.ts';

let t: TestApp;
let space: TestSpace;
let writer: TestMember;
let client: Client;
beforeAll(async () => {
  t = await startTestApp();
  space = await t.make.aSpace();
  writer = await t.make.aMember();
  client = await t.as(writer);
});
afterAll(() => t.close());

interface Said {
  title: string;
  body: string;
  language?: string;
  where?: TestSpace;
  by?: Client;
}

async function ask({ title, body, language = 'en', where = space, by = client }: Said) {
  const { thread, post } = await by.call(routes.createThread, {
    body: {
      spaceId: where.id,
      kind: 'question',
      title,
      body,
      language,
      themes: [],
      sharing: where === space ? 'network' : 'space',
      clientKey: crypto.randomUUID(),
    },
  });
  return { threadId: thread.id, postId: post.id };
}

async function answer(threadId: number, body: string, by = client): Promise<number> {
  const { post } = await by.call(routes.createPost, {
    params: { id: threadId },
    body: { body, clientKey: crypto.randomUUID() },
  });
  return post.id;
}

const look = (q: string, query = {}, by = client) =>
  by.call(routes.search, { query: { q, ...query } });

async function found(q: string, query = {}, by = client): Promise<number[]> {
  const { items } = await look(q, query, by);
  return items.map(({ id }) => id);
}

const textOf = (item: SearchItem | undefined) =>
  item !== undefined && 'passage' in item ? item.passage.snippet : [];

describe('what was just written', () => {
  it('is found in the same moment, by words of its title and of its text', async () => {
    const { threadId } = await ask({
      title: 'Lanterns along the canal',
      body: 'Who has put **lamps** on a towpath, and what did the neighbours say?',
    });
    expect(await found('lantern')).toEqual([threadId]);
    expect(await found('towpaths neighbours')).toEqual([threadId]);
    const { items, total, facets } = await look('towpath');
    expect(total).toBe(1);
    expect(facets?.spaces.map(({ value, count }) => [value.id, count])).toEqual([[space.id, 1]]);
    expect(textOf(items[0])).toEqual([
      { text: 'Who has put lamps on a ', hit: false },
      { text: 'towpath', hit: true },
      { text: ', and what did the neighbours say?', hit: false },
    ]);
  });

  it('is found as it says now, and no more when it is taken back', async () => {
    const { threadId, postId } = await ask({ title: 'Before', body: 'We tried marigolds.' });
    await client.call(routes.editPost, {
      params: { id: postId },
      body: { body: 'We tried geraniums.', revision: 1 },
    });
    expect(await found('marigold')).toEqual([]);
    expect(await found('geranium')).toEqual([threadId]);
    await client.call(routes.editThread, {
      params: { id: threadId },
      body: { title: 'Petunias', revision: 1 },
    });
    expect(await found('petunia')).toEqual([threadId]);
    await client.call(routes.deletePost, { params: { id: postId } });
    expect(await found('geranium')).toEqual([]);
    expect(await found('petunia')).toEqual([]);
  });

  it('shows an answer with the thread it stands in, and counts the others', async () => {
    const { threadId } = await ask({ title: 'Noise at night', body: 'What have you tried?' });
    await answer(threadId, 'Saxophone lessons moved to the cellar.');
    const postId = await answer(threadId, 'The saxophone again: a saxophone club in the cellar.');
    const { items } = await look('saxophone');
    expect(items).toMatchObject([
      { type: 'thread', id: threadId, passage: { postId, seq: 3 }, more: 1 },
    ]);
    expect(await found('saxophone', { type: 'post' })).toHaveLength(2);
  });

  it('includes the synthesis of a thread', async () => {
    const { threadId } = await ask({ title: 'Mediation in stairwells', body: 'How?' });
    await answer(threadId, 'By neighbours.');
    await client.call(routes.writeSynthesis, {
      params: { id: threadId },
      body: { body: 'Trained concierges worked: #2', language: 'en', revision: 0 },
    });
    const { items } = await look('concierge');
    expect(items).toMatchObject([{ id: threadId, passage: { postId: null, seq: null } }]);
    await client.call(routes.removeSynthesis, { params: { id: threadId } });
    expect(await found('concierge')).toEqual([]);
  });
});

describe('who may not read it', () => {
  it('does not find it, nor a count, a name or a word of it', async () => {
    const secret = await t.make.aSpace({ access: 'private', members: [writer] });
    const { threadId } = await ask({
      title: 'Zanzibarite handover',
      body: 'The zanzibarites meet on Tuesday.',
      where: secret,
    });
    await t.settle();
    const stranger = await t.as(await t.make.aMember());
    const admin = await t.as(await t.make.aMember({ role: 'admin' }));
    expect(await found('zanzibarite')).toEqual([threadId]);
    for (const other of [stranger, admin]) {
      for (const q of [
        'zanzibarite',
        'zanzib',
        'zanzibarte',
        'zanzibarite -tuesday',
        `space:"${secret.slug}"`,
      ]) {
        const { items, total, facets, hints } = await look(q, {}, other);
        expect({ q, items, total }).toEqual({ q, items: [], total: 0 });
        expect(facets).toEqual({ spaces: [], kinds: [], languages: [], themes: [] });
        expect(JSON.stringify(hints)).not.toContain('zanzibarite"');
      }
    }
  });
});

describe('cities and people', () => {
  it('are found by their names, in any script, with a mistake in them, and stand above the texts', async () => {
    const institution = await t.make.anInstitution({
      nameEn: 'Thessaloniki',
      nameFr: 'Thessalonique',
      nameAr: 'سالونيك',
    });
    const person = await t.make.aMember({ institutionId: institution, name: 'Žofie Čapková' });
    const { threadId } = await ask({ title: 'To Thessaloniki', body: 'By train?' });
    const of = async (q: string, query = {}) => {
      const { items, total } = await look(q, query);
      return { total, found: items.map(({ type, id }) => `${type} ${id}`) };
    };
    const city = `institution ${institution}`;
    expect((await of('thessaloniki')).found).toEqual([city, `thread ${threadId}`]);
    expect(await of('سالونيك', { type: 'institution' })).toEqual({ total: 1, found: [city] });
    expect(await of('thesaloniki', { type: 'institution' })).toEqual({ total: 1, found: [city] });
    expect(await of('zofie cap', { type: 'member' })).toEqual({
      total: 1,
      found: [`member ${person.id}`],
    });
    expect(await of('capkovva', { type: 'member' })).toEqual({
      total: 1,
      found: [`member ${person.id}`],
    });
  });

  it('who wrote most about something are named with it, and not oneself', async () => {
    const institution = await t.make.anInstitution({ nameEn: 'Cuenca' });
    const person = await t.make.aMember({ institutionId: institution });
    const theirs = await t.as(person);
    const { threadId } = await ask({ title: 'Ropewalkers', body: 'Who has them?' });
    await answer(threadId, 'Our ropewalkers meet on Mondays.', theirs);
    await t.settle();
    const { who } = await look('ropewalkers');
    expect(who).toMatchObject([
      { institution: { id: institution }, posts: 1, people: [{ id: person.id }] },
    ]);
    expect((await look('ropewalkers', {}, theirs)).who).toMatchObject([{ posts: 1 }]);
  });

  it('similar threads are shown to whoever asks, and only those they may read', async () => {
    const secret = await t.make.aSpace({ access: 'private', members: [writer] });
    const open = await ask({
      title: 'Does a hammam draw neighbours together?',
      body: 'We rebuilt ours.',
    });
    const hidden = await ask({
      title: 'Do neighbours come together there?',
      body: 'In the hammam.',
      where: secret,
    });
    await t.settle();
    const similar = async (by: Client) => {
      const query = { text: 'Do neighbours come together in a hammam? author:nobody' };
      const { items } = await by.call(routes.listSimilar, { query });
      return items.map(({ id }) => id).toSorted((a, b) => a - b);
    };
    const both = [open.threadId, hidden.threadId].toSorted((a, b) => a - b);
    expect(await similar(client)).toEqual(both);
    expect(await similar(await t.as(await t.make.aMember()))).toEqual([open.threadId]);
  });
});

it('takes whatever is written, however its signs swell', async () => {
  const swollen = String.fromCodePoint(0xfdfa).repeat(100);
  const many = Array.from({ length: 8_000 }, (_, n) => n.toString(36)).join(' ');
  for (const body of [swollen, many.slice(0, 32_000), '\u0301'.repeat(500), "' \\ '' \\\\"]) {
    const { threadId } = await ask({ title: swollen.slice(0, 60), body: `${body} pangolin` });
    expect(await found('pangolin')).toContain(threadId);
  }
});
