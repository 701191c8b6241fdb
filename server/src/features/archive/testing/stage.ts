import { routes } from '@counterpart/contract';
import type { TestApp } from '../../../testing/app.ts';
import { importArchive, isImportFormat } from '../index.ts';
import type { Report } from '../report.ts';

const silent = () => ({ to: () => undefined, end: () => undefined });

interface Wish {
  format?: string;
  space?: string;
  sharing?: 'network' | 'space';
  /** Called with how many threads are stored. */
  onThread?: (done: number) => void;
}

/** Brings an archive into a space of the test network. */
export async function bring(t: TestApp, path: string, wish: Wish): Promise<Report> {
  const { format = 'stackexchange', space = '', sharing, onThread } = wish;
  if (!isImportFormat(format)) throw new Error(`No archive is read as ${format}.`);
  return importArchive(
    t.app.house,
    t.ownerUrl,
    { format, path, space, sharing, language: 'en' },
    (label) =>
      label === 'Storing' && onThread ? { to: onThread, end: () => undefined } : silent(),
  );
}

export interface SeenPost {
  text: string;
  author: string | null;
  at: string;
  /** The number of the post it quotes. */
  quotes: number | null;
}

/** The threads of a space, the oldest first, as a member reads them. */
export async function readSpace(t: TestApp, space: { id: number }) {
  const client = await t.as(await t.make.aMember({ role: 'admin' }));
  const query = { space: space.id, sort: 'created', limit: 100 } as const;
  const { items } = await client.call(routes.listThreads, { query });
  const threads = items.toReversed().map(async ({ id, title, locked }) => {
    const posts = await client.call(routes.listPosts, { params: { id }, query: { limit: 50 } });
    const seen = posts.items.map(
      ({ body, author, createdAt, quote }): SeenPost => ({
        text: body,
        author: author.member.name,
        at: createdAt,
        quotes: quote?.seq ?? null,
      }),
    );
    return { id, title, locked, posts: seen };
  });
  return Promise.all(threads);
}

/** Notes of a report: how many of each reason. */
export function notesOf({ notes }: Report): Record<string, number> {
  return Object.fromEntries(notes.map(({ reason, count }) => [reason, count]));
}

/** What an import may have written, counted. */
export async function counted(t: TestApp) {
  await t.settle();
  const [row] = await t.sql`
    select (select count(*) from thread) as threads, (select count(*) from post) as posts,
           (select count(*) from member) as members, (select count(*) from space) as spaces,
           (select count(*) from space_member) as inside, (select count(*) from event) as events,
           (select count(*) from archive_item) as items, (select count(*) from archive_source) as sources`;
  return row;
}
