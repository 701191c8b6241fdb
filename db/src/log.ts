// The event log; how it works and what it promises: docs/events.md
import type { EventType } from '@counterpart/contract';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import type * as schema from './schema/index.ts';
import { eventPending } from './schema/log.ts';

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

/** Stores events with the change they tell of; they get their numbers after the commit. */
export async function append(
  orm: PgDatabase<PgQueryResultHKT, typeof schema>,
  source: EventSource,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await orm.insert(eventPending).values(events.map((event) => ({ ...event, ...source })));
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
