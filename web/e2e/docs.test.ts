import { expect, test } from 'vitest';
import { useStage } from './support/stage.ts';

const stage = useStage();

test('the page of the API shows every operation of the contract', async () => {
  const page = await stage.visit('/api/docs');
  await page.getByText('/api/threads/{id}/posts').first().waitFor();
  const openapi = await page.request.get('/api/openapi.json');
  const { paths } = (await openapi.json()) as { paths: Record<string, object> };
  expect(Object.keys(paths).length).toBeGreaterThan(25);
});
