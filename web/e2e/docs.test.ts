import { routesByFeature } from '@counterpart/contract';
import { expect, test } from 'vitest';
import { useStage } from './support/stage.ts';

type Paths = Record<string, { operationId: string; tags: string[] }>;

const stage = useStage();

test('the page of the API shows every operation of the contract', async () => {
  const page = await stage.visit('/api/docs');
  await page.getByText('/api/threads/{id}/posts').first().waitFor();
  const openapi = await page.request.get('/api/openapi.json');
  const { paths } = (await openapi.json()) as { paths: Record<string, Paths> };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const names = Object.values(routesByFeature).flatMap((feature) => Object.keys(feature));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(names.toSorted());
  expect(new Set(operations.flatMap(({ tags }) => tags))).toEqual(
    new Set(Object.keys(routesByFeature)),
  );
  expect(await page.title()).toContain('Counterpart');
});
