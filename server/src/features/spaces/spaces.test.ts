import { routes } from '@counterpart/contract';
import type { TestMember, TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import type { Client } from '../../testing/client.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function aRestrictedSpace() {
  const facilitator = await t.make.aMember();
  const member = await t.make.aMember();
  const space = await t.make.aSpace({
    access: 'restricted',
    facilitators: [facilitator],
    members: [member],
  });
  return { space, facilitator: await t.as(facilitator), member: await t.as(member) };
}

async function spaceOf(client: Client, { id }: TestSpace) {
  const { items } = await client.call(routes.listSpaces, {});
  return items.find((space) => space.id === id);
}

async function standings(client: Client, { id }: TestSpace) {
  const { items } = await client.call(routes.listSpaceMembers, { params: { id } });
  return items.map(({ member, standing }) => [member.id, standing] as const);
}

describe('an open space', () => {
  it('is joined and left by oneself, again without effect', async () => {
    const space = await t.make.aSpace();
    const client = await t.as(await t.make.aMember());
    const params = { id: space.id };
    expect((await spaceOf(client, space))?.can).toEqual(['start', 'join']);
    const joined = await client.call(routes.joinSpace, { params });
    expect(joined.space).toMatchObject({ joined: true, can: ['start', 'leave'] });
    await client.call(routes.joinSpace, { params });
    await client.call(routes.leaveSpace, { params });
    await client.call(routes.leaveSpace, { params });
    expect(await spaceOf(client, space)).toMatchObject({ joined: false });
    await t.settle();
    const events = await t.sql<{ type: string }[]>`
      select type from event where subject = ${space.id} and type = 'access.changed'`;
    expect(events).toHaveLength(2);
  });

  it('is joined with the first thread that a member starts there', async () => {
    const space = await t.make.aSpace();
    const client = await t.as(await t.make.aMember());
    const body = {
      spaceId: space.id,
      kind: 'discussion' as const,
      title: 'Hello',
      body: 'We are new.',
      language: 'en',
      themes: [],
      sharing: 'space' as const,
      clientKey: crypto.randomUUID(),
    };
    const { thread } = await client.call(routes.createThread, { body });
    expect(thread.sharing).toBe('space');
    expect(await spaceOf(client, space)).toMatchObject({ joined: true });
  });
});

describe('a restricted space', () => {
  it('is asked for, and a facilitator admits', async () => {
    const { space, facilitator, member } = await aRestrictedSpace();
    const applicant = await t.make.aMember();
    const client = await t.as(applicant);
    const thread = await t.make.aThread({ space });
    const asked = await client.call(routes.joinSpace, { params: { id: space.id } });
    expect(asked.space).toMatchObject({ joined: false, requested: true });
    expect(await standings(facilitator, space)).toContainEqual([applicant.id, 'requested']);
    expect((await standings(member, space)).map(([, standing]) => standing)).not.toContain(
      'requested',
    );
    const getThread = { params: { id: thread.id } };
    expect((await client.refused(routes.getThread, getThread)).code).toBe('not-found');

    const admission = { params: { id: space.id, memberId: applicant.id } };
    await facilitator.call(routes.admitToSpace, admission);
    await facilitator.call(routes.admitToSpace, admission);
    await t.settle();
    await client.call(routes.getThread, getThread);
    expect(await spaceOf(client, space)).toMatchObject({ joined: true, requested: false });
    const [row] = await t.sql`select admitted_by is not null as named from space_member
      where space_id = ${space.id} and member_id = ${applicant.id}`;
    expect(row).toEqual({ named: true });
  });

  it('is closed again to whom a facilitator removes, at once', async () => {
    const { space, facilitator } = await aRestrictedSpace();
    const member = await t.make.aMember();
    await t.sql`insert into space_member (space_id, member_id, joined_at)
      values (${space.id}, ${member.id}, now())`;
    const client = await t.as(member);
    const thread = await t.make.aThread({ space });
    await client.call(routes.getThread, { params: { id: thread.id } });
    await facilitator.call(routes.removeFromSpace, {
      params: { id: space.id, memberId: member.id },
    });
    const getThread = { params: { id: thread.id } };
    expect((await client.refused(routes.getThread, getThread)).code).toBe('not-found');
  });

  it('declines a request, and a request is taken back', async () => {
    const { space, facilitator } = await aRestrictedSpace();
    const [one, other] = [await t.make.aMember(), await t.make.aMember()];
    const [client, second] = [await t.as(one), await t.as(other)];
    const params = { id: space.id };
    await client.call(routes.joinSpace, { params });
    await second.call(routes.joinSpace, { params });
    await facilitator.call(routes.removeFromSpace, { params: { ...params, memberId: one.id } });
    await second.call(routes.leaveSpace, { params });
    expect(await spaceOf(client, space)).toMatchObject({ requested: false });
    expect(await spaceOf(second, space)).toMatchObject({ requested: false });
  });

  it('shows nobody from outside who is in it', async () => {
    const { space } = await aRestrictedSpace();
    expect(await standings(await t.as(await t.make.aMember()), space)).toEqual([]);
  });

  it('admits nobody who is not a member of the network', async () => {
    const { space, facilitator } = await aRestrictedSpace();
    const left = await t.make.aMember({ state: 'left' });
    const admission = { params: { id: space.id, memberId: left.id } };
    expect((await facilitator.refused(routes.admitToSpace, admission)).code).toBe('not-found');
  });
});

describe('a private space', () => {
  it('is known to its members alone, also among staff', async () => {
    const member = await t.make.aMember();
    const space = await t.make.aSpace({ access: 'private', members: [member] });
    expect(await spaceOf(await t.as(member), space)).toMatchObject({ joined: true });
    for (const role of ['moderator', 'admin'] as const) {
      const client = await t.as(await t.make.aMember({ role }));
      expect(await spaceOf(client, space)).toBeUndefined();
      const params = { id: space.id };
      expect((await client.refused(routes.joinSpace, { params })).code).toBe('not-found');
    }
  });
});

describe('the members of a space', () => {
  async function inPages(client: Client, space: TestSpace, limit: number): Promise<number[]> {
    const found: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { limit, ...(cursor !== undefined && { cursor }) };
      const page = await client.call(routes.listSpaceMembers, { params: { id: space.id }, query });
      found.push(...page.items.map(({ member }) => member.id));
      if (page.next === null) return found;
      cursor = page.next;
    }
  }

  it('are listed page by page, facilitators first, then by name, each once', async () => {
    const named = (name: string) => t.make.aMember({ name });
    const members: TestMember[] = [];
    for (const name of ['Zoé', 'Amina', 'أحمد', 'Amina', 'Émile', 'Bo']) {
      members.push(await named(name));
    }
    const facilitator = await named('Zz');
    const space = await t.make.aSpace({ members, facilitators: [facilitator] });
    const client = await t.as(facilitator);
    const whole = await inPages(client, space, 100);
    expect(whole).toHaveLength(7);
    expect(whole[0]).toBe(facilitator.id);
    expect(await inPages(client, space, 2)).toEqual(whole);
    expect(await inPages(client, space, 3)).toEqual(whole);
  });

  it('are no longer listed when they have left the network', async () => {
    const gone = await t.make.aMember({ state: 'left' });
    const space = await t.make.aSpace({ members: [gone] });
    expect(await standings(await t.as(await t.make.aMember()), space)).toEqual([]);
  });

  it('who look after a space no longer do when they leave it', async () => {
    const facilitator = await t.make.aMember();
    const space = await t.make.aSpace({ facilitators: [facilitator] });
    const thread = await t.make.aThread({ space });
    const client = await t.as(facilitator);
    await client.call(routes.pinThread, { params: { id: thread.id } });
    await client.call(routes.leaveSpace, { params: { id: space.id } });
    await t.settle();
    const unpin = await client.refused(routes.unpinThread, { params: { id: thread.id } });
    expect(unpin.code).toBe('not-allowed');
    await client.call(routes.joinSpace, { params: { id: space.id } });
    await t.settle();
    const again = await client.refused(routes.unpinThread, { params: { id: thread.id } });
    expect(again.code).toBe('not-allowed');
  });

  it('whose grant ends while they are outside are told that their rights have changed', async () => {
    const facilitator = await t.make.aMember();
    const space = await t.make.aSpace({ access: 'restricted', facilitators: [facilitator] });
    await t.sql`delete from space_member where member_id = ${facilitator.id}`;
    const client = await t.as(facilitator);
    await client.call(routes.leaveSpace, { params: { id: space.id } });
    await t.settle();
    const events = await t.sql`select type from event
      where scope = ${`member:${facilitator.id}`} and type = 'access.changed'`;
    expect(events).toHaveLength(1);
  });
});
