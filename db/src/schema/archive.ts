import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, time } from './columns.ts';

/** An archive that was brought in: a folder of files, a mailbox, another network. */
export const archiveSource = pgTable('archive_source', {
  id: id('id').primaryKey(),
  format: text('format', { enum: ['stackexchange', 'mbox', 'counterpart'] }).notNull(),
  /** The name of its folder or file, for people. */
  name: text('name').notNull(),
  firstAt: time('first_at').notNull(),
});

/** What became of each item of an archive, so that bringing it in again changes nothing. */
export const archiveItem = pgTable(
  'archive_item',
  {
    /** What the item is called outside, the same wherever the archive lies. */
    key: text('key').primaryKey(),
    sourceId: id('source_id')
      .notNull()
      .references(() => archiveSource.id),
    kind: text('kind', { enum: ['member', 'thread', 'post'] }).notNull(),
    subjectId: id('subject_id').notNull(),
  },
  (table) => [index('archive_item_source').on(table.sourceId, table.kind)],
);

/** Each import and export: noted before anything moves, with its report when it ends. */
export const archiveRun = pgTable('archive_run', {
  id: id('id').primaryKey(),
  kind: text('kind', { enum: ['import', 'export'] }).notNull(),
  options: jsonb('options').notNull(),
  startedAt: time('started_at').notNull(),
  endedAt: time('ended_at'),
  report: jsonb('report'),
});
