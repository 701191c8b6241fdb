import { routes } from '@counterpart/contract';
import type { TestMember, TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import type { Client } from '../../testing/client.ts';
import { type Archive, openArchive } from './testing/archive.ts';

const vocabulary = ['harbour', 'mediator', 'school', 'night', 'budget', 'ferry', 'quarrel'];
/** How often each question is put; with SEARCH_TRIALS=100000 as often as that in all. */
const trials = Number(process.env['SEARCH_TRIALS'] ?? 600);

interface Text {
  threadId: number;
  space: TestSpace;
  isInner: boolean;
  /** A word that stands nowhere else. */
  canary: string;
}

/** The same numbers each time. */
function createChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  return { next, oneOf };
}

let t: TestApp;
let archive: Archive;
let members: TestMember[];
let clients: Client[];
let spaces: { space: TestSpace; inside: TestMember[] }[];
const texts: Text[] = [];
const chance = createChance(7);

beforeAll(async () => {
  t = await startTestApp();
  archive = await openArchive(t);
  members = await Promise.all([1, 2, 3, 4, 5].map(() => t.make.aMember()));
  members.push(await t.make.aMember({ role: 'moderator' }));
  clients = await Promise.all(members.map((member) => t.as(member)));
  const { writer } = archive;
  spaces = await Promise.all(
    (['open', 'open', 'restricted', 'private', 'private'] as const).map(async (access) => {
      const inside = [writer, ...members.filter(() => chance.next() < 0.4)];
      return { space: await t.make.aSpace({ access, members: inside }), inside };
    }),
  );
  for (let n = 0; n < 40; n += 1) {
    const { space } = chance.oneOf(spaces);
    const isInner = space.access !== 'open' || chance.next() < 0.3;
    const canary = `zq${String.fromCodePoint(97 + (n % 26), 97 + Math.floor(n / 26))}${'vwxk'[n % 4]}ola`;
    const words = () => [1, 2, 3].map(() => chance.oneOf(vocabulary)).join(' ');
    const { thread } = await archive.client.call(routes.createThread, {
      body: {
        spaceId: space.id,
        kind: 'question',
        title: `${words()} ${n % 2 === 0 ? canary : ''}`,
        body: `${words()} ${canary}`,
        language: 'en',
        themes: [],
        sharing: isInner ? 'space' : 'network',
        clientKey: crypto.randomUUID(),
      },
    });
    texts.push({ threadId: thread.id, space, isInner, canary });
  }
  await t.settle();
});
afterAll(() => t.close());

/** Written down by hand, without the conditions of the product. */
function mayRead(member: TestMember, { space, isInner }: Text): boolean {
  const isInside = spaces.some((one) => one.space.id === space.id && one.inside.includes(member));
  const isModerator = member === members.at(-1);
  if (isInside) return true;
  return space.access === 'open'
    ? !isInner || isModerator
    : isModerator && space.access !== 'private';
}

function aQuestion(): string {
  const canary = chance.oneOf(texts).canary;
  const swapped = `${canary.slice(0, 3)}${canary[4]}${canary[3]}${canary.slice(5)}`;
  const parts = [
    () => chance.oneOf(vocabulary),
    () => canary,
    () => canary.slice(0, 5),
    () => `${swapped} `,
    () => `"${chance.oneOf(vocabulary)} ${chance.oneOf(vocabulary)}"`,
    () => `-${chance.oneOf(vocabulary)}`,
    () => `${chance.oneOf(vocabulary)} OR ${canary}`,
    () => `space:${chance.oneOf(spaces).space.slug}`,
    () => 'author:me',
    () => 'is:unread',
    () => `in:title ${canary}`,
  ];
  return [1, 2, 3]
    .slice(Math.floor(chance.next() * 3))
    .map(() => chance.oneOf(parts)())
    .join(' ');
}

async function lookOnce(at: number): Promise<void> {
  const member = members[at] as TestMember;
  const q = aQuestion();
  const sort = chance.next() < 0.2 ? ('new' as const) : undefined;
  const type = chance.oneOf(['all', 'thread', 'post'] as const);
  const reply = await archive.search(q, { type, ...(sort && { sort }) }, clients[at]);
  const readable = texts.filter((text) => mayRead(member, text));
  const threads = new Set(readable.map(({ threadId }) => threadId));
  for (const item of reply.items) {
    if ('threadId' in item)
      expect({ q, sees: threads.has(item.threadId) }).toEqual({ q, sees: true });
  }
  expect(reply.total).toBeLessThanOrEqual(readable.length);
  const shelves = new Set(readable.map(({ space }) => space.id));
  for (const { value, count } of reply.facets?.spaces ?? []) {
    expect({ q, sees: shelves.has(value.id) }).toEqual({ q, sees: true });
    const own = readable.filter(({ space }) => space.id === value.id);
    expect(count).toBeLessThanOrEqual(own.length);
  }
  const said = JSON.stringify(reply);
  for (const { canary } of texts.filter((text) => !readable.includes(text))) {
    // What was typed oneself may be said again.
    if (!q.includes(canary)) expect(said).not.toContain(canary);
  }
}

it('shows nobody a hit, a count, a facet, a word or a correction of what they may not read', async () => {
  for (let n = 0; n < trials; n += 1) await lookOnce(n % members.length);
}, 3_600_000);

it('finds for everybody what they may read', async () => {
  for (const [at, member] of members.entries()) {
    for (const text of texts) {
      const { items } = await archive.search(`${text.canary} `, {}, clients[at]);
      const found = items.some((item) => 'threadId' in item && item.threadId === text.threadId);
      expect({ text, found }).toEqual({ text, found: mayRead(member, text) });
    }
  }
});

it('shows nothing any more to whoever was let out a moment ago', async () => {
  const restricted = spaces.find(({ space }) => space.access === 'restricted');
  const inside = texts.filter(({ space }) => space.id === restricted?.space.id);
  const member = await t.make.aMember();
  const client = await t.as(member);
  const { id: spaceId } = restricted?.space ?? { id: 0 };
  await t.sql`insert into space_member (space_id, member_id, joined_at) values (${spaceId}, ${member.id}, now())`;
  const [text] = inside;
  const canary = `"${text?.canary}"`;
  expect((await archive.search(canary, {}, client)).total).toBe(1);
  await client.call(routes.leaveSpace, { params: { id: spaceId } });
  expect(await archive.search(canary, {}, client)).toMatchObject({ items: [], total: 0 });
});
