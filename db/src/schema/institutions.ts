import { doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, time } from './columns.ts';

/** The network's own regions, not those of any other body. */
export const region = pgTable('region', {
  slug: text('slug').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  nameAr: text('name_ar').notNull(),
  position: integer('position').notNull(),
});

export const institution = pgTable(
  'institution',
  {
    id: id('id').primaryKey(),
    kind: text('kind', { enum: ['city', 'organisation'] }).notNull(),
    nameEn: text('name_en').notNull(),
    nameFr: text('name_fr').notNull(),
    nameAr: text('name_ar').notNull(),
    country: text('country'),
    regionSlug: text('region_slug').references(() => region.slug),
    population: integer('population'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    languages: text('languages').array().notNull().default([]),
    /** Where the figures come from, when the place was taken from GeoNames (CC BY 4.0). */
    geonameId: integer('geoname_id').unique(),
    version: integer('version').notNull().default(1),
    createdAt: time('created_at').notNull(),
  },
  (table) => [index('institution_region').on(table.regionSlug)],
);
