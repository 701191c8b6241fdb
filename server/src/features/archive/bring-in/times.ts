const earliest = Date.UTC(1970, 0, 1);
const end = Date.UTC(10_000, 0, 1);

/** A time in ms since 1970; null for one that no archive can mean and the database may not hold. */
export function believed(at: number | null | undefined): number | null {
  return at !== null && at !== undefined && at >= earliest && at < end ? at : null;
}
