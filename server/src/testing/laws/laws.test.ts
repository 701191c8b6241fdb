import { routes, type ThreadFilter, type ThreadSummary } from '@counterpart/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createThreadMemory, getThreadPage, listThreads } from '../../features/threads/index.ts';
import { startTestApp, type TestApp } from '../app.ts';
import {
  actorOf,
  type Facts,
  isUnanswered,
  mayRead,
  readerOf,
  readFacts,
  type ThreadFact,
  unreadOf,
  waitingOf,
} from './facts.ts';
import { beginning, happen, happenings } from './happenings.ts';
import { aNetwork, type Network, type Person } from './network.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const idsOf = (rows: readonly { id: number }[]) =>
  rows.map(({ id }) => id).toSorted((a, b) => a - b);

/** The whole list of a space, page by page. */
async function listed(
  person: Person,
  space: number,
  query: { filter?: ThreadFilter; sort?: 'active' | 'created' } = {},
  limit = 2,
): Promise<ThreadSummary[]> {
  const found: ThreadSummary[] = [];
  let cursor: string | undefined;
  do {
    const rest = cursor === undefined ? {} : { cursor };
    const page = await person.client.call(routes.listThreads, {
      query: { space, limit, ...query, ...rest },
    });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

async function checkThread(person: Person, facts: Facts, thread: ThreadFact): Promise<void> {
  const input = { params: { id: thread.id }, query: { from: 1, limit: 50 } };
  if (!mayRead(facts, person, thread)) {
    expect((await person.client.refused(routes.getThread, input)).code).toBe('not-found');
    return;
  }
  const page = await person.client.call(routes.getThread, input);
  const unread = unreadOf(facts, person, thread);
  expect(page.mine).toMatchObject({
    unread: unread.length,
    firstUnread: unread[0]?.seq ?? null,
    readSeq: readerOf(facts, person, thread)?.readSeq ?? 0,
  });
  expect(page.posts.map(({ seq }) => seq)).toEqual(thread.posts.map(({ seq }) => seq));
  for (const post of page.posts) if (post.state !== 'published') expect(post.body).toBe('');

  const { house } = t.app;
  const fresh = createThreadMemory(house);
  const window = { id: thread.id, from: 1, limit: 50 };
  const written = await getThreadPage(fresh, actorOf(facts, person), window, page.asOf);
  expect(JSON.parse(written.bytes().toString())).toEqual(page);
}

async function checkLists(person: Person, facts: Facts, network: Network): Promise<void> {
  for (const space of network.spaces) {
    const readable = facts.threads.filter(
      (thread) => thread.space === space.id && mayRead(facts, person, thread),
    );
    const all = await listed(person, space.id);
    expect(idsOf(all)).toEqual(idsOf(readable));
    expect(idsOf(await listed(person, space.id, { sort: 'created' }, 3))).toEqual(idsOf(readable));
    expect(all).toEqual(await listed(person, space.id, {}, 100));
    const { house } = t.app;
    const whole = { space: space.id, limit: 100 };
    const fresh = createThreadMemory(house);
    expect(await listThreads(house, fresh, actorOf(facts, person), whole)).toEqual(all);
    const reader = (thread: ThreadFact) => readerOf(facts, person, thread);
    for (const thread of readable) {
      const row = reader(thread);
      expect(all.find(({ id }) => id === thread.id)).toMatchObject({
        unread: row ? unreadOf(facts, person, thread).length : null,
        isNew: !row?.opened,
      });
    }
    const filtered: Record<ThreadFilter, (thread: ThreadFact) => boolean> = {
      unanswered: isUnanswered,
      following: (thread) => ['all', 'mentions'].includes(reader(thread)?.follow ?? ''),
      unread: (thread) => waitingOf(facts, person, thread).length > 0,
      new: (thread) => !reader(thread)?.opened,
    };
    for (const [filter, holds] of Object.entries(filtered) as [
      ThreadFilter,
      (thread: ThreadFact) => boolean,
    ][]) {
      expect({ filter, ids: idsOf(await listed(person, space.id, { filter })) }).toEqual({
        filter,
        ids: idsOf(readable.filter(holds)),
      });
    }
  }
}

async function checkSpaces(person: Person, facts: Facts, network: Network): Promise<void> {
  const { items } = await person.client.call(routes.listSpaces, {});
  for (const space of network.spaces) {
    const isInside = facts.inside.has(`${space.id}:${person.member.id}`);
    const shown = items.find(({ id }) => id === space.id);
    expect(shown !== undefined).toBe(isInside || space.access !== 'private');
    const unread = facts.threads.filter(
      (thread) =>
        thread.space === space.id &&
        mayRead(facts, person, thread) &&
        waitingOf(facts, person, thread).length > 0,
    );
    if (shown) expect(shown).toMatchObject({ joined: isInside, unread: unread.length });
  }
}

function checkNumbers(facts: Facts): void {
  for (const thread of facts.threads) {
    const seqs = thread.posts.map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: thread.lastSeq }, (_, n) => n + 1));
    const published = thread.posts.filter(({ state }) => state === 'published');
    expect(thread.postCount).toBe(published.length);
  }
}

async function checkCounters(): Promise<void> {
  const wrong = await t.sql`
    select post.id from post
    left join lateral (
      select count(*) filter (where kind = 'useful') as useful,
             count(*) filter (where kind = 'tried') as tried,
             count(*) filter (where kind = 'talk') as talk
      from post_reaction r where r.post_id = post.id) counted on true
    where (post.useful_count, post.tried_count, post.talk_count)
      is distinct from (counted.useful::int, counted.tried::int, counted.talk::int)`;
  expect(wrong).toHaveLength(0);
}

async function checkLog(): Promise<void> {
  const [log] = await t.sql<{ head: number; events: number; first: number; pending: number }[]>`
    select (select seq::int from log_head) as head, (select count(*)::int from event) as events,
           (select coalesce(min(seq), 1)::int from event) as first,
           (select count(*)::int from event_pending) as pending`;
  expect(log).toMatchObject({ first: 1, events: log?.head, pending: 0 });
  expect(t.app.house.asOf()).toBe(log?.head);
}

it('whatever happens: listed if and only if readable, counted exactly, remembered truly', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (list) => {
      const network = await aNetwork(t);
      await happen(t, network, [...beginning, ...list]);
      const facts = await readFacts(t, network);
      checkNumbers(facts);
      await checkCounters();
      await checkLog();
      for (const person of network.people) {
        await checkLists(person, facts, network);
        await checkSpaces(person, facts, network);
        for (const thread of facts.threads) await checkThread(person, facts, thread);
      }
    }),
    { numRuns: Number(process.env['LAW_RUNS'] ?? 8), endOnFailure: true },
  );
}, 60_000);
