import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, time } from './columns.ts';

const told = {
  origin: text('origin', { enum: ['live', 'import', 'seed', 'repair'] }).notNull(),
  scope: text('scope').notNull(),
  type: text('type').notNull(),
  subject: id('subject').notNull(),
  version: integer('version').notNull(),
  actor: id('actor'),
  mutation: uuid('mutation'),
  at: time('at').notNull(),
};

/** Written with the change, in its commit, without a lock; the numberer moves committed rows to `event`. */
export const eventPending = pgTable('event_pending', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  ...told,
});

/** The log (docs/events.md). Numbered after commit, so whoever remembers the highest number misses nothing. */
export const event = pgTable(
  'event',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    ...told,
  },
  (table) => [index('event_scope').on(table.scope, table.seq), index('event_at').on(table.at)],
);

/** The highest number given; written only by the numberer under its lock. */
export const logHead = pgTable(
  'log_head',
  {
    only: boolean('only').primaryKey().default(true),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [check('log_head_only', sql`${table.only}`)],
);

/** How far each consumer has followed the log. */
export const consumerCursor = pgTable('consumer_cursor', {
  name: text('name').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  movedAt: time('moved_at').notNull(),
});
