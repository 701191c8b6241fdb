import type { ThreadSummary } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { WrittenJson } from '../../platform/written-json.ts';
import { mostLookedAt, selectLookedAt, type ThreadListQuery, whoIs } from './list-ids.ts';
import type { ThreadMemory } from './memory.ts';
import { unreadIn } from './voices.ts';

/** Where a page of new threads ends that was not filled by the threads that were looked at; null at the end. */
async function lookedUpTo(house: House, actor: Actor, query: ThreadListQuery) {
  const [last] = await house.db.read(
    (sql) => sql<{ id: number; sortMs: number; pinned: boolean }[]>`
      select looked.id::float8 as id, looked.sort_pinned as pinned,
             extract(epoch from looked.sort_at)::float8 * 1000 as "sortMs"
      from (${selectLookedAt(sql, whoIs(sql, actor), query)}) looked
      offset ${mostLookedAt - 1}`,
  );
  return last ?? null;
}

function cursorOf(row: { id: number; sortMs: number; pinned: boolean }): string {
  return writeCursor([row.pinned, Math.round(row.sortMs), row.id]);
}

/** One line of a list: what is the same for every reader, and the actor's own part. */
interface Line {
  bytes: Buffer;
  unread: number | null;
  isNew: boolean;
}

/**
 * Threads the actor may read with their own part in each; one statement, and one more for what is not
 * in memory. A page of new ones may hold fewer than asked for and still lead on.
 */
async function readList(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  query: ThreadListQuery,
): Promise<{ lines: Line[]; next: string | null }> {
  const { limit = 30 } = query;
  const rows = await memory.lines({ actor, query, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const views = await memory.summaries.get(
    shown.map(({ id, version }) => ({ id, version: String(version) })),
  );
  const lines = shown.flatMap(({ id, readSeq, isNew }): Line[] => {
    const view = views.get(id);
    if (view === undefined) return [];
    const unread = readSeq === null ? null : unreadIn(view.facts, actor.memberId, readSeq).count;
    return [{ bytes: view.shared.bytes, unread, isNew }];
  });
  const isFull = rows.length > limit;
  const last =
    isFull || query.filter !== 'new' ? shown.at(-1) : await lookedUpTo(house, actor, query);
  const leadsOn = last && (isFull || query.filter === 'new');
  return { lines, next: leadsOn ? cursorOf(last) : null };
}

/** The same as the answer of a request, from shared bytes. */
export async function writeThreadList(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  query: ThreadListQuery,
  asOf: number,
): Promise<WrittenJson> {
  const { lines, next } = await readList(house, memory, actor, query);
  const items = lines.flatMap(({ bytes, unread, isNew }, at) => [
    at === 0 ? '' : ',',
    // Into the object, before the sign that ends it.
    bytes.subarray(0, -1),
    `,"unread":${unread},"isNew":${isNew}}`,
  ]);
  return new WrittenJson([
    '{"items":[',
    ...items,
    `],"next":${JSON.stringify(next)},"asOf":${asOf}}`,
  ]);
}

/** The same for those who make something else of it. */
export async function listThreads(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  query: ThreadListQuery,
): Promise<ThreadSummary[]> {
  const { lines } = await readList(house, memory, actor, query);
  return lines.map(({ bytes, unread, isNew }) => ({
    ...JSON.parse(bytes.toString()),
    unread,
    isNew,
  }));
}
