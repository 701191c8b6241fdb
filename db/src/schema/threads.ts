import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { member } from './accounts.ts';
import { id, time } from './columns.ts';
import { institution } from './institutions.ts';
import { space, theme } from './spaces.ts';

const states = ['pending', 'published', 'hidden', 'removed', 'deleted'] as const;

/** Who wrote, and for which institution and in which seat at the time; a later change of city leaves it. */
const authorship = {
  authorId: id('author_id')
    .notNull()
    .references(() => member.id),
  authorInstitutionId: id('author_institution_id').references(() => institution.id),
  /** Null when it is not known: in what was brought in from an archive. */
  authorSeat: text('author_seat'),
};

export const thread = pgTable(
  'thread',
  {
    id: id('id').primaryKey(),
    spaceId: id('space_id')
      .notNull()
      .references(() => space.id),
    kind: text('kind', {
      enum: ['question', 'discussion', 'practice', 'clinic', 'announcement'],
    }).notNull(),
    title: text('title').notNull(),
    language: text('language').notNull(),
    sharing: text('sharing', { enum: ['network', 'space', 'chatham'] }).notNull(),
    state: text('state', { enum: states }).notNull().default('published'),
    ...authorship,
    /** The beginning of the first post in plain text, for lists. */
    excerpt: text('excerpt').notNull().default(''),
    pinned: boolean('pinned').notNull().default(false),
    locked: boolean('locked').notNull().default(false),
    /** The highest post number given; raised only under this row's lock. */
    lastSeq: integer('last_seq').notNull().default(0),
    /** Published posts. */
    postCount: integer('post_count').notNull().default(0),
    /** When someone other than the author first posted. */
    answeredAt: time('answered_at'),
    hasSynthesis: boolean('has_synthesis').notNull().default(false),
    /** Raised by each edit of title, themes, language or label. */
    revision: integer('revision').notNull().default(1),
    /** Raised by each change that a view of the thread shows. */
    version: integer('version').notNull().default(1),
    createdAt: time('created_at').notNull(),
    lastActivityAt: time('last_activity_at').notNull(),
    clientKey: uuid('client_key'),
    clientHash: text('client_hash'),
  },
  (table) => [
    uniqueIndex('thread_client_key').on(table.authorId, table.clientKey),
    index('thread_active').on(table.lastActivityAt, table.id),
    index('thread_created').on(table.createdAt, table.id),
    index('thread_space_active').on(table.spaceId, table.pinned, table.lastActivityAt, table.id),
    index('thread_space_created').on(table.spaceId, table.pinned, table.createdAt, table.id),
    index('thread_kind_active').on(table.kind, table.lastActivityAt, table.id),
    index('thread_kind_created').on(table.kind, table.createdAt, table.id),
    index('thread_institution_active').on(
      table.authorInstitutionId,
      table.lastActivityAt,
      table.id,
    ),
    index('thread_institution_created').on(table.authorInstitutionId, table.createdAt, table.id),
    index('thread_unanswered_active')
      .on(table.lastActivityAt, table.id)
      .where(sql`${table.kind} = 'question' and ${table.answeredAt} is null`),
    index('thread_unanswered_created')
      .on(table.createdAt, table.id)
      .where(sql`${table.kind} = 'question' and ${table.answeredAt} is null`),
    index('thread_space_unanswered_active')
      .on(table.spaceId, table.pinned, table.lastActivityAt, table.id)
      .where(sql`${table.kind} = 'question' and ${table.answeredAt} is null`),
    index('thread_space_unanswered_created')
      .on(table.spaceId, table.pinned, table.createdAt, table.id)
      .where(sql`${table.kind} = 'question' and ${table.answeredAt} is null`),
  ],
);

export const threadTheme = pgTable(
  'thread_theme',
  {
    threadId: id('thread_id')
      .notNull()
      .references(() => thread.id),
    themeSlug: text('theme_slug')
      .notNull()
      .references(() => theme.slug),
    /** As on the thread: a list of one theme is read in order without looking at any other thread. */
    createdAt: time('created_at').notNull().defaultNow(),
    lastActivityAt: time('last_activity_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.themeSlug] }),
    index('thread_theme_active').on(table.themeSlug, table.lastActivityAt, table.threadId),
    index('thread_theme_created').on(table.themeSlug, table.createdAt, table.threadId),
  ],
);

export const post = pgTable(
  'post',
  {
    id: id('id').primaryKey(),
    threadId: id('thread_id')
      .notNull()
      .references(() => thread.id),
    /** Given when first published, gapless in the thread; null before. */
    seq: integer('seq'),
    state: text('state', { enum: states }).notNull(),
    ...authorship,
    body: text('body').notNull(),
    html: text('html').notNull(),
    htmlVersion: integer('html_version').notNull(),
    language: text('language').notNull(),
    quotePostId: id('quote_post_id'),
    /** The passage that is quoted; the beginning of the post when null. */
    quoteText: text('quote_text'),
    usefulCount: integer('useful_count').notNull().default(0),
    triedCount: integer('tried_count').notNull().default(0),
    talkCount: integer('talk_count').notNull().default(0),
    revision: integer('revision').notNull().default(1),
    /** Raised by whatever changes the shared view: edit, state, reactions, author's name, label. */
    version: integer('version').notNull().default(1),
    createdAt: time('created_at').notNull(),
    editedAt: time('edited_at'),
    deletedAt: time('deleted_at'),
    clientKey: uuid('client_key'),
    clientHash: text('client_hash'),
  },
  (table) => [
    // With who wrote it and its state beside it, which drizzle cannot say: migration 0005.
    uniqueIndex('post_thread_seq').on(table.threadId, table.seq),
    uniqueIndex('post_client_key').on(table.authorId, table.clientKey),
    index('post_author').on(table.authorId, table.createdAt),
    index('post_quote').on(table.quotePostId).where(sql`${table.quotePostId} is not null`),
    index('post_deleted').on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
);

/** What a post said before; the present text is on the post itself. */
export const postRevision = pgTable(
  'post_revision',
  {
    postId: id('post_id')
      .notNull()
      .references(() => post.id),
    revision: integer('revision').notNull(),
    body: text('body').notNull(),
    html: text('html').notNull(),
    htmlVersion: integer('html_version').notNull(),
    writtenAt: time('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.revision] })],
);

export const postMention = pgTable(
  'post_mention',
  {
    postId: id('post_id')
      .notNull()
      .references(() => post.id),
    /** As on the post: who wants to hear of mentions only is asked about thread by thread. */
    threadId: id('thread_id')
      .notNull()
      .references(() => thread.id),
    kind: text('kind', { enum: ['member', 'institution'] }).notNull(),
    subjectId: id('subject_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.kind, table.subjectId] }),
    index('post_mention_subject').on(table.kind, table.subjectId, table.threadId),
  ],
);

export const postReaction = pgTable(
  'post_reaction',
  {
    postId: id('post_id')
      .notNull()
      .references(() => post.id),
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind', { enum: ['useful', 'tried', 'talk'] }).notNull(),
    reactedAt: time('reacted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.memberId, table.kind] })],
);

export const synthesis = pgTable('synthesis', {
  threadId: id('thread_id')
    .primaryKey()
    .references(() => thread.id),
  ...authorship,
  body: text('body').notNull(),
  html: text('html').notNull(),
  htmlVersion: integer('html_version').notNull(),
  language: text('language').notNull(),
  revision: integer('revision').notNull().default(1),
  updatedAt: time('updated_at').notNull(),
});

/** The posts a synthesis rests on, by id: numbers may change with merge and split. */
export const synthesisSource = pgTable(
  'synthesis_source',
  {
    threadId: id('thread_id')
      .notNull()
      .references(() => synthesis.threadId, { onDelete: 'cascade' }),
    postId: id('post_id')
      .notNull()
      .references(() => post.id),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.postId] })],
);
