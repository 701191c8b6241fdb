import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ withPages: true });
});
afterAll(() => t.close());

async function documentOf(html: string) {
  const answers = Array.from({ length: 19 }, () => ({ html }));
  const thread = await t.make.aThread({ answers });
  const client = await t.as(await t.make.aMember());
  const { text } = await client.send({ method: 'GET', url: `/threads/${thread.id}` });
  return { id: thread.id, text, articles: text.match(/<article/g)?.length ?? 0 };
}

it('a document carries the first posts as plain html, and the way to the others', async () => {
  const { id, text, articles } = await documentOf('<p>Said</p>');
  expect(articles).toBe(20);
  expect(text).not.toContain(`/threads/${id}?from=`);
});

it('of very long posts it carries fewer', async () => {
  const { id, text, articles } = await documentOf(`<p>${'So it was. '.repeat(30_000)}</p>`);
  expect(articles).toBeGreaterThan(0);
  expect(articles).toBeLessThan(8);
  expect(text).toContain(`href="/threads/${id}?from=${articles + 1}"`);
});
