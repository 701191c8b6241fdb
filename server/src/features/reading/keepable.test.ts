import { limits, routes } from '@counterpart/contract';
import type { TestMember } from '@counterpart/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import type { Client } from '../../testing/client.ts';

let t: TestApp;
let reader: TestMember;
let client: Client;
beforeAll(async () => {
  t = await startTestApp();
  reader = await t.make.aMember();
  client = await t.as(reader);
});
afterAll(() => t.close());

async function keepable(...ids: number[]): Promise<number[]> {
  const { items } = await client.call(routes.listKeepable, { query: { ids } });
  return items.toSorted((a, b) => a - b);
}

it('names only what every member may read, whatever this one may read besides', async () => {
  const { make } = t;
  const mine = { members: [reader] };
  const [open, restricted, secret] = [
    await make.aSpace(mine),
    await make.aSpace({ ...mine, access: 'restricted' }),
    await make.aSpace({ ...mine, access: 'private' }),
  ];
  const yes = await make.aThread({ space: open, sharing: 'network' });
  const no = [
    await make.aThread({ space: open, sharing: 'space' }),
    await make.aThread({ space: restricted, sharing: 'space' }),
    await make.aThread({ space: secret, sharing: 'space' }),
  ];
  expect(await keepable(yes.id, ...no.map(({ id }) => id), 12)).toEqual([yes.id]);
});

it('no longer names what was narrowed or moved away', async () => {
  const admin = await t.as(await t.make.aMember({ role: 'admin' }));
  const space = await t.make.aSpace();
  const closed = await t.make.aSpace({ access: 'restricted' });
  const [narrowed, moved] = [await t.make.aThread({ space }), await t.make.aThread({ space })];
  expect(await keepable(narrowed.id, moved.id)).toHaveLength(2);
  const body = { sharing: 'space', revision: 1 } as const;
  await admin.call(routes.editThread, { params: { id: narrowed.id }, body });
  await admin.call(routes.moveThread, { params: { id: moved.id }, body: { spaceId: closed.id } });
  expect(await keepable(narrowed.id, moved.id)).toEqual([]);
});

it('answers for as many as a device keeps, and for no more', async () => {
  const ids = Array.from({ length: limits.kept + 1 }, (_, index) => index + 1);
  expect(await keepable(...ids.slice(1))).toEqual([]);
  const refused = await client.refused(routes.listKeepable, { query: { ids: ids.join(',') } });
  expect(refused).toMatchObject({ code: 'invalid-request', fields: [{ path: 'ids' }] });
});
