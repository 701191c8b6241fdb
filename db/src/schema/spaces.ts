import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { member } from './accounts.ts';
import { id, time } from './columns.ts';

/** A room for threads, and the upper bound of who may read them. */
export const space = pgTable('space', {
  id: id('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  access: text('access', { enum: ['open', 'restricted', 'private'] }).notNull(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  nameAr: text('name_ar').notNull(),
  purposeEn: text('purpose_en').notNull(),
  purposeFr: text('purpose_fr').notNull(),
  purposeAr: text('purpose_ar').notNull(),
  position: integer('position').notNull().default(0),
  version: integer('version').notNull().default(1),
  createdAt: time('created_at').notNull(),
});

/** Membership gives the right to read; whether a member also facilitates is a role_grant. */
export const spaceMember = pgTable(
  'space_member',
  {
    spaceId: id('space_id')
      .notNull()
      .references(() => space.id),
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    joinedAt: time('joined_at').notNull(),
    admittedBy: id('admitted_by').references(() => member.id),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.spaceId] }),
    index('space_member_space').on(table.spaceId, table.memberId),
  ],
);

/** A wish to be admitted to a restricted space; gives no right at all. */
export const spaceRequest = pgTable(
  'space_request',
  {
    spaceId: id('space_id')
      .notNull()
      .references(() => space.id),
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    requestedAt: time('requested_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.spaceId, table.memberId] })],
);

export const theme = pgTable('theme', {
  slug: text('slug').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  nameAr: text('name_ar').notNull(),
  position: integer('position').notNull().default(0),
});

/** A role is held for a time and, for a facilitator, in one space. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: id('id').primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => member.id),
    role: text('role', { enum: ['facilitator', 'moderator', 'admin'] }).notNull(),
    spaceId: id('space_id').references(() => space.id),
    fromAt: time('from_at').notNull(),
    untilAt: time('until_at'),
    grantedBy: id('granted_by').references(() => member.id),
  },
  (table) => [
    index('role_grant_member').on(table.memberId),
    index('role_grant_until').on(table.untilAt).where(sql`${table.untilAt} is not null`),
    check(
      'role_grant_scope',
      sql`(${table.role} = 'facilitator') = (${table.spaceId} is not null)`,
    ),
  ],
);
