import { accountRoutes, routes } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import type { TestMember } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { readReply } from '../../testing/client.ts';

const day = 24 * 3_600_000;
const fromNow = (ms: number) => new Date(Date.now() + ms);

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

let member: TestMember;
beforeEach(async () => {
  member = await t.make.aMember();
});

function stored() {
  return t.sql<{ id: number; expiresAt: Date; lastUsedAt: Date }[]>`
    select id::float8 as id, expires_at as "expiresAt", last_used_at as "lastUsedAt"
    from session where member_id = ${member.id}`;
}

const whoAmI = (token: string) => t.holding(token).ask(accountRoutes.getSession);

describe('a sign-in', () => {
  it('that has expired is refused, and its row is gone', async () => {
    const token = await t.make.aSession(member, { expiresAt: fromNow(-1000) });
    expect((await whoAmI(token)).status).toBe(401);
    expect(await stored()).toHaveLength(0);
  });

  it('in the second half of its life is prolonged, with the same token in the cookie', async () => {
    const token = await t.make.aSession(member, { expiresAt: fromNow(3 * day) });
    const answer = await whoAmI(token);
    readReply(accountRoutes.getSession, answer);
    expect(String(answer.headers['set-cookie'])).toContain(`counterpart=${token};`);
    const [row] = await stored();
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6.9 * day);
    expect((await whoAmI(token)).headers['set-cookie']).toBeUndefined();
  });

  it('in the first half of its life is left as it is', async () => {
    const expiresAt = fromNow(5 * day);
    const token = await t.make.aSession(member, { expiresAt });
    expect((await whoAmI(token)).headers['set-cookie']).toBeUndefined();
    expect((await stored())[0]?.expiresAt).toEqual(expiresAt);
  });

  it('ends after thirty days, however often it is used', async () => {
    const old = await t.make.aSession(member, { createdAt: fromNow(-30 * day - 1000) });
    const young = await t.make.aSession(member, { createdAt: fromNow(-29 * day) });
    expect((await whoAmI(old)).status).toBe(401);
    expect((await whoAmI(young)).status).toBe(200);
  });

  it('is not found by the hash that the database keeps', async () => {
    await t.make.aSession(member);
    const rows = await t.sql<{ hash: string }[]>`
      select encode(token_hash, 'hex') as hash from session where member_id = ${member.id}`;
    expect((await whoAmI(rows[0]?.hash ?? '')).status).toBe(401);
  });

  it.each(['', 'x', '%00', 'a'.repeat(5000), '"; drop table session; --'])(
    'is not opened by the cookie %s',
    async (token) => {
      const answer = await t.anyone.send({
        method: 'GET',
        url: '/api/session',
        headers: { cookie: `counterpart=${token}` },
      });
      expect(answer.status).toBe(401);
    },
  );

  it('of a member who is suspended meanwhile ends with the word of it', async () => {
    const client = await t.as(member);
    await client.call(accountRoutes.getSession, {});
    await t.sql`update member set state = 'suspended' where id = ${member.id}`;
    await t.app.house.db.transaction({ memberId: null }, async (tx) => {
      const scope = `member:${member.id}` as const;
      tx.emit({ scope, type: 'access.changed', subject: member.id, version: 1 });
    });
    await t.settle();
    expect((await client.refused(accountRoutes.getSession)).code).toBe('signed-out');
  });
});

describe('signing out', () => {
  it('ends this sign-in alone, clears the cookie and tells the log', async () => {
    const [token, other] = [await t.make.aSession(member), await t.make.aSession(member)];
    const answer = await t.holding(token).ask(accountRoutes.signOut);
    readReply(accountRoutes.signOut, answer);
    expect(String(answer.headers['set-cookie'])).toMatch(/^counterpart=;.*Max-Age=0/);
    expect(answer.headers['clear-site-data']).toBe('"storage"');
    expect((await whoAmI(token)).status).toBe(401);
    expect((await whoAmI(other)).status).toBe(200);
    await t.settle();
    const events = await t.sql`
      select type from event where scope = ${`member:${member.id}`}`;
    expect([...events]).toEqual([{ type: 'session.ended' }]);
  });

  it('twice, or by nobody, is no failure', async () => {
    const token = await t.make.aSession(member);
    await t.holding(token).call(accountRoutes.signOut, {});
    await t.holding(token).call(accountRoutes.signOut, {});
    await t.anyone.call(accountRoutes.signOut, {});
  });

  it('closes the live connection of that sign-in and of no other', async () => {
    const leaving = await t.connect(member);
    const staying = await t.connect(member);
    const [first] = await t.sql<{ id: number }[]>`
      select id::float8 as id from session where member_id = ${member.id}
      order by created_at limit 1`;
    const client = await t.as(member);
    await client.call(accountRoutes.endSession, { params: { id: first?.id ?? 0 } });
    await t.settle();
    await leaving.closed;
    expect(staying.socket.connected).toBe(true);
  });
});

describe('the list of sign-ins', () => {
  it('shows where the member is signed in, the present one first, and never a token', async () => {
    const token = await t.make.aSession(member, { agent: 'An old telephone' });
    await t.make.aSession(member, { lastUsedAt: fromNow(-2 * day) });
    await t.make.aSession(member, { expiresAt: fromNow(-day) });
    await t.make.aSession(await t.make.aMember());
    const { items } = await t.holding(token).call(accountRoutes.listSessions, {});
    expect(items.map(({ current, agent }) => ({ current, agent }))).toEqual([
      { current: true, agent: 'An old telephone' },
      { current: false, agent: '' },
    ]);
  });

  it('lets one be ended by its id, never one of somebody else', async () => {
    const [token, other] = [await t.make.aSession(member), await t.make.aSession(member)];
    const client = t.holding(token);
    const { items } = await client.call(accountRoutes.listSessions, {});
    const id = items.find(({ current }) => !current)?.id ?? 0;
    const stranger = await t.as(await t.make.aMember());
    expect((await stranger.refused(accountRoutes.endSession, { params: { id } })).code).toBe(
      'not-found',
    );
    expect((await whoAmI(other)).status).toBe(200);
    await client.call(accountRoutes.endSession, { params: { id } });
    await t.settle();
    expect((await whoAmI(other)).status).toBe(401);
    expect((await client.refused(accountRoutes.endSession, { params: { id } })).code).toBe(
      'not-found',
    );
  });

  it('notes the use of a sign-in now and then', async () => {
    const id = newId();
    const lastUsedAt = fromNow(-day);
    const token = await t.make.aSession(member, { id, lastUsedAt });
    await whoAmI(token);
    await expect.poll(async () => (await stored())[0]?.lastUsedAt).not.toEqual(lastUsedAt);
  });
});

describe('preferences', () => {
  const french = {
    locale: 'fr',
    theme: 'dark',
    numerals: 'latn',
    timeZone: 'Africa/Dakar',
  } as const;

  it('are kept, and answers speak the language from then on', async () => {
    const client = await t.as(member);
    await client.call(accountRoutes.setPreferences, { body: french });
    await t.settle();
    const session = await client.call(accountRoutes.getSession, {});
    expect(session).toMatchObject({ locale: 'fr', member: { preferences: french } });
    const problem = await client.refused(routes.getThread, { params: { id: newId() } });
    expect(problem.title).not.toBe((await t.anyone.refused(routes.getSession)).title);
    const english = await (await t.as(await t.make.aMember())).refused(routes.getThread, {
      params: { id: newId() },
    });
    expect(problem.title).not.toBe(english.title);
  });

  it('with a time zone nobody has are refused', async () => {
    const client = await t.as(member);
    const body = { ...french, timeZone: 'Europe/Atlantis' };
    expect(await client.refused(accountRoutes.setPreferences, { body })).toMatchObject({
      fields: [{ path: 'timeZone', reason: 'unknown' }],
    });
  });
});
