import { routes } from '@counterpart/contract';
import { expect, it } from 'vitest';
import { startTestApp } from '../testing/app.ts';
import { foundLiveNetwork } from './found.ts';

it('gives a live network a place to ask, and nothing twice', async () => {
  const t = await startTestApp({ mode: 'live', withStory: true, config: { rateLimits: true } });
  await foundLiveNetwork(t.app.house);
  const client = await t.as(await t.make.aMember());
  const spaces = await client.call(routes.listSpaces, {});
  expect(spaces.items.map(({ slug, access, can }) => ({ slug, access, can }))).toEqual([
    { slug: 'network', access: 'open', can: ['start', 'join'] },
  ]);
  const themes = await client.call(routes.listThemes, {});
  expect(new Set(themes.items.map(({ slug }) => slug)).size).toBe(themes.items.length);
  expect(themes.items.length).toBeGreaterThan(10);
  expect(await t.sql`select count(*)::int as count from region`).toEqual([{ count: 10 }]);
  await t.close();
});
