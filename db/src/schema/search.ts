import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { id, time } from './columns.ts';
import { space } from './spaces.ts';
import { thread } from './threads.ts';

/** Words with their places, as the analyser gives them: packages/text/src/analyse. */
const words = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Compared sign by sign: what begins alike stands together in an index. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** What can be found of a post or a synthesis; written in the commit that writes that. No row: not found. */
export const searchDoc = pgTable(
  'search_doc',
  {
    kind: text('kind', { enum: ['post', 'synthesis'] }).notNull(),
    /** Of the post, or of the thread that the synthesis closes. */
    id: id('id').notNull(),
    threadId: id('thread_id')
      .notNull()
      .references(() => thread.id),
    words: words('words').notNull(),
    wordCount: integer('word_count').notNull(),
    /** Of the post; of a synthesis when it was last written. */
    writtenAt: time('written_at').notNull(),
    analyserVersion: integer('analyser_version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.kind] }),
    index('search_doc_words').using('gin', table.words),
    index('search_doc_written').on(table.writtenAt, table.id),
    index('search_doc_thread').on(table.threadId),
  ],
);

/**
 * A shelf holds what the same people may read: of a space, what everybody reads who may read the space, or
 * (`isInner`) what only those read who joined it. Weights of words are counted by shelf, so that nobody can
 * tell from them what stands where they may not read.
 */
const shelf = {
  spaceId: id('space_id')
    .notNull()
    .references(() => space.id),
  isInner: boolean('is_inner').notNull(),
};

/** How many documents of a shelf there are, and how many words they have together. */
export const searchShelf = pgTable(
  'search_shelf',
  {
    ...shelf,
    docs: integer('docs').notNull(),
    wordCount: id('word_count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.spaceId, table.isInner] })],
);

/** In how many documents of a shelf a form of a word stands. Kept up to date behind the commits. */
export const searchWord = pgTable(
  'search_word',
  {
    form: plainText('form').notNull(),
    ...shelf,
    docs: integer('docs').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.form, table.spaceId, table.isInner] }),
    // For words that are typed with a mistake: only as they are written, and once each.
    index('search_word_alike')
      .using('gin', sql`${table.form} gin_trgm_ops`)
      .where(sql`${table.form} like '=%'`),
  ],
);

/** What a commit has changed on a shelf, and is not counted yet. */
export const searchChange = pgTable(
  'search_change',
  {
    order: bigserial('order', { mode: 'number' }).primaryKey(),
    ...shelf,
    words: words('words').notNull(),
    wordCount: integer('word_count').notNull(),
    /** 1 for a document that came, -1 for one that went. */
    docs: smallint('docs').notNull(),
  },
  (table) => [check('search_change_docs', sql`${table.docs} in (1, -1)`)],
);

/** What means the same in the three languages: a search for one of the terms looks for the others as well. */
export const glossaryMeaning = pgTable('glossary_meaning', {
  id: id('id').primaryKey(),
  /** The usual one first. */
  termsEn: text('terms_en').array().notNull(),
  termsFr: text('terms_fr').array().notNull(),
  termsAr: text('terms_ar').array().notNull(),
  /** What is to be known about a word over which people disagree; in all three languages, or in none. */
  noteEn: text('note_en'),
  noteFr: text('note_fr'),
  noteAr: text('note_ar'),
  revision: integer('revision').notNull().default(1),
  updatedAt: time('updated_at').notNull(),
});
