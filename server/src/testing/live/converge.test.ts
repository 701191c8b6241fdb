import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { aDeed, aVillage, type Deed } from './deeds.ts';
import { createDice } from './dice.ts';
import { Reader } from './reader.ts';
import { aCast, clientsOf, type Role, roles } from './stage.ts';

const steps = 60;

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const say = ({ by, name, input }: Deed, status: number) =>
  `${by} ${name} ${JSON.stringify(input)}: ${status}`;

async function expectSame(readers: ReadonlyMap<Role, Reader>, story: string[]): Promise<void> {
  await t.settle();
  for (const [role, reader] of readers) {
    await reader.catchUp();
    for (const page of reader.pages) {
      const fresh = await page.fresh();
      const [kept, loaded] = [page.shown, fresh].map((one) => one && { ...one, asOf: 0 });
      expect(kept, `${role}, thread ${page.threadId}\n${story.join('\n')}`).toEqual(loaded);
    }
  }
}

it.each([1, 2, 3, 4, 5, 6])(
  'what is shown and the events make the same as a fresh load (seed %i)',
  async (seed) => {
    const dice = createDice(seed);
    const cast = await aCast(t);
    const village = await aVillage(t, cast);
    const clients = await clientsOf(t, cast);
    const { rooms, elsewhere } = village;
    const spaces = [...Object.values(rooms), ...Object.values(elsewhere)].map(({ id }) => id);
    const threads = village.threads.map(({ id }) => id);
    const readers = new Map<Role, Reader>();
    for (const role of roles)
      readers.set(role, await Reader.open(t, { member: cast[role], threads, spaces }));
    const story: string[] = [];
    const done = new Set<string>();
    for (let step = 1; step <= steps; step += 1) {
      if (dice.below(8) === 0) await readers.get(dice.oneOf(roles))?.cut();
      const deed = await aDeed(t, dice, village);
      const { status } = await clients[deed.by].ask(routes[deed.name], deed.input);
      expect(status).toBeLessThan(500);
      story.push(say(deed, status));
      if (status < 300) done.add(deed.name);
      if (step % 10 === 0) await expectSame(readers, story);
    }
    expect(done.size).toBeGreaterThan(8);
    for (const reader of readers.values()) await reader.cut();
  },
  20_000,
);
