import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { member } from './accounts.ts';
import { id, time } from './columns.ts';
import { post, thread } from './threads.ts';

/** One member's part in one thread. No row: never opened, not followed. */
export const threadReader = pgTable(
  'thread_reader',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    threadId: id('thread_id')
      .notNull()
      .references(() => thread.id),
    /** Never moves backwards. */
    readSeq: integer('read_seq').notNull().default(0),
    openedAt: time('opened_at'),
    follow: text('follow', { enum: ['all', 'mentions', 'muted'] }),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.threadId] }),
    index('thread_reader_thread').on(table.threadId),
  ],
);

export const bookmark = pgTable(
  'bookmark',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    postId: id('post_id')
      .notNull()
      .references(() => post.id),
    note: text('note'),
    keptAt: time('kept_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.postId] }),
    index('bookmark_kept').on(table.memberId, table.keptAt, table.postId),
  ],
);

/** What a member has typed and not sent. `place` is `new` or `thread-<id>`. */
export const draft = pgTable(
  'draft',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    place: text('place').notNull(),
    threadId: id('thread_id').references(() => thread.id),
    content: jsonb('content').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.place] })],
);
