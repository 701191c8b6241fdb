import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

it('finds the one thread that was never opened behind thousands that were, page by page', async () => {
  const reader = await t.make.aMember();
  const space = await t.make.aSpace();
  const old = await t.make.aThread({ space, createdAt: new Date('2020-01-01T00:00:00Z') });
  await t.sql`
    insert into thread (id, space_id, kind, title, language, sharing, author_id, created_at,
                        last_activity_at)
    select 5000000 + n, ${space.id}, 'question', 'Read ' || n, 'en', 'network', ${reader.id},
           now() - make_interval(mins => n), now() - make_interval(mins => n)
    from generate_series(1, 2500) n`;
  await t.sql`
    insert into thread_reader (member_id, thread_id, opened_at)
    select ${reader.id}, 5000000 + n, now() from generate_series(1, 2500) n`;
  const client = await t.as(reader);
  const found: number[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const query = { filter: 'new', space: space.id, ...(cursor !== null && { cursor }) } as const;
    const page: { items: { id: number }[]; next: string | null } = await client.call(
      routes.listThreads,
      { query },
    );
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    pages += 1;
  } while (cursor !== null);
  expect(found).toEqual([old.id]);
  expect(pages).toBe(3);
});
