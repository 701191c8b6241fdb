// The event log; how it works and what it promises: docs/events.md
import type { EventType } from '@counterpart/contract';
import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Orm } from './client.ts';
import { eventPending } from './schema/log.ts';
import { statement } from './statement.ts';

export type Origin = 'live' | 'import' | 'seed' | 'repair';

export type Scope =
  | 'network'
  | 'staff'
  | `space:${number}`
  | `joined:${number}`
  | `thread:${number}`
  | `conversation:${number}`
  | `member:${number}`;

/** What an action tells: ids and a version, never bodies, names or addresses. */
export interface NewEvent {
  scope: Scope;
  type: EventType;
  subject: number;
  version: number;
}

export interface LoggedEvent extends NewEvent {
  seq: number;
  origin: Origin;
  actor: number | null;
  mutation: string | null;
  at: Date;
}

export interface EventSource {
  origin: Origin;
  actor: number | null;
  mutation: string | null;
  at: Date;
}

export const logChannel = 'counterpart_log';

/** One more or less is another statement; transactions that tell of more put theirs together anew. */
const oftenAtMost = 8;

const insertions = Array.from({ length: oftenAtMost }, (_, last) =>
  statement((orm) =>
    orm.insert(eventPending).values(
      Array.from({ length: last + 1 }, (_one, n) => ({
        scope: sql.placeholder(`scope${n}`),
        type: sql.placeholder(`type${n}`),
        subject: sql.placeholder(`subject${n}`),
        version: sql.placeholder(`version${n}`),
        origin: sql.placeholder('origin'),
        actor: sql.placeholder('actor'),
        mutation: sql.placeholder('mutation'),
        at: sql.placeholder('at'),
      })),
    ),
  ),
);

/**
 * Stores events with the change they tell of; they get their numbers after the commit. What is called
 * after this goes to the database after it, also when nobody has waited for it.
 */
export async function append(
  orm: Orm,
  source: EventSource,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const insertion = insertions[events.length - 1];
  if (insertion === undefined) {
    const rows = events.map((event) => ({ ...event, ...source }));
    await orm.insert(eventPending).values(rows).execute();
    return;
  }
  const each = events.flatMap((event, n) =>
    Object.entries(event).map(([name, value]) => [`${name}${n}`, value]),
  );
  await insertion(orm, { ...source, ...Object.fromEntries(each) });
}

/**
 * Events above `seq` in order, at most `limit`; only of `scopes` when given. Nothing can later
 * appear at or below the highest number this has returned.
 */
export async function readAfter(
  sql: Sql,
  seq: number,
  { scopes, limit }: { scopes?: readonly string[]; limit: number },
): Promise<LoggedEvent[]> {
  const inScopes = scopes === undefined ? sql`` : sql`and scope in ${sql([...scopes])}`;
  const rows = await sql<LoggedEvent[]>`
    select seq::float8 as seq, origin, scope, type, subject::float8 as subject, version,
           actor::float8 as actor, mutation, at
    from event where seq > ${seq} ${inScopes} order by seq limit ${limit}`;
  return [...rows];
}

/** The highest number given so far. */
export async function readHead(sql: Sql): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`select seq::float8 as seq from log_head`;
  return row?.seq ?? 0;
}

/** Which numbers are still kept: the oldest (null when none) and the highest given. */
export async function readSpan(sql: Sql): Promise<{ oldest: number | null; head: number }> {
  const [row] = await sql<{ oldest: number | null; head: number }[]>`
    select (select min(seq)::float8 from event) as oldest, seq::float8 as head from log_head`;
  return row ?? { oldest: null, head: 0 };
}
