import type { House } from '../../../platform/house.ts';
import { mendsOf, type Note } from '../report.ts';

/** No time of an archive lies ahead. */
export function noLater(house: House, text: string): Date {
  return new Date(Math.min(Date.parse(text), house.db.clock.now().getTime()));
}

/** What the report says of something of which one of these times lies ahead. */
export function noteAhead(house: House, what: string, times: readonly (string | null)[]): Note[] {
  const now = house.db.clock.now().getTime();
  const isAhead = times.some((text) => text !== null && Date.parse(text) > now);
  return mendsOf(what, { 'future-date': isAhead });
}
