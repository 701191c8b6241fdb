import { bigint, customType, timestamp } from 'drizzle-orm/pg-core';

/** A random whole number below 2^53 drawn by the application (see src/ids.ts). */
export const id = (name: string) => bigint(name, { mode: 'number' });

/** Milliseconds are enough for people and survive the way through JSON unchanged. */
export const time = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
