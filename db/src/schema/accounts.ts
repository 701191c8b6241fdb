import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytes, id, time } from './columns.ts';
import { institution } from './institutions.ts';

/** One row: one installation is one network. The mode is written when the database is made and never switched. */
export const network = pgTable(
  'network',
  {
    only: boolean('only').primaryKey().default(true),
    mode: text('mode', { enum: ['demo', 'live', 'bench'] }).notNull(),
    name: text('name').notNull(),
    /** When the demo or bench seed was complete; null while it is being told. */
    seededAt: time('seeded_at'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [check('network_only', sql`${table.only}`)],
);

/** Holds no personal data: what names a person is in member_person, so that erasing is one row. */
export const member = pgTable(
  'member',
  {
    id: id('id').primaryKey(),
    institutionId: id('institution_id').references(() => institution.id),
    /** Null for authors of an archive who are not members yet. */
    seat: text('seat'),
    state: text('state', {
      enum: ['unclaimed', 'invited', 'active', 'suspended', 'left', 'erased'],
    }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    index('member_institution').on(table.institutionId),
    check(
      'member_seat',
      sql`${table.seat} is not null or ${table.state} in ('unclaimed', 'erased')`,
    ),
  ],
);

export const memberPerson = pgTable(
  'member_person',
  {
    memberId: id('member_id')
      .primaryKey()
      .references(() => member.id),
    name: text('name').notNull(),
    email: text('email'),
    about: text('about'),
    languages: text('languages').array().notNull().default([]),
    locale: text('locale', { enum: ['en', 'fr', 'ar'] }).notNull(),
    theme: text('theme', { enum: ['system', 'light', 'dark'] })
      .notNull()
      .default('system'),
    numerals: text('numerals', { enum: ['locale', 'latn'] })
      .notNull()
      .default('locale'),
    timeZone: text('time_zone').notNull().default('UTC'),
  },
  (table) => [
    uniqueIndex('member_person_email').on(sql`lower(${table.email})`),
    index('member_person_name').using('gin', sql`${table.name} gin_trgm_ops`),
  ],
);

export const memberCredential = pgTable('member_credential', {
  memberId: id('member_id')
    .primaryKey()
    .references(() => member.id),
  passwordHash: text('password_hash').notNull(),
  changedAt: time('changed_at').notNull(),
});

/** Only the SHA-256 of the token is stored; whoever reads this table cannot sign in. */
export const session = pgTable(
  'session',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    /** What events, sockets and the list of sign-ins call it. */
    id: id('id').notNull().unique(),
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    createdAt: time('created_at').notNull(),
    lastUsedAt: time('last_used_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    agent: text('agent').notNull().default(''),
  },
  (table) => [
    index('session_member').on(table.memberId),
    index('session_expires').on(table.expiresAt),
  ],
);

/** Failed sign-ins per key (a hashed address or network), counted in a window. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    key: text('key').notNull(),
    windowStart: time('window_start').notNull(),
    failures: integer('failures').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] })],
);

/** A single-use link that opens an account; only the hash of its token is stored. */
export const accountLink = pgTable('account_link', {
  tokenHash: bytes('token_hash').primaryKey(),
  purpose: text('purpose', { enum: ['first-admin'] }).notNull(),
  email: text('email').notNull(),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
  usedAt: time('used_at'),
});
