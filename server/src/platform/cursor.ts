import { Refusal } from './refusal.ts';

/** What stands in a cursor: whole numbers, times, names and yes or no. */
interface Parts {
  whole: number;
  time: Date;
  text: string;
  flag: boolean;
}

type Key<Shape extends readonly (keyof Parts)[]> = { [At in keyof Shape]: Parts[Shape[At]] };

/** The end of the year 9999: what comes after it, PostgreSQL does not read in this form. */
const latestMs = Date.UTC(9999, 11, 31);

const readers: { [Part in keyof Parts]: (part: unknown) => Parts[Part] | undefined } = {
  whole: (part) => (Number.isSafeInteger(part) ? (part as number) : undefined),
  time: (part) =>
    Number.isSafeInteger(part) && (part as number) >= 0 && (part as number) <= latestMs
      ? new Date(part as number)
      : undefined,
  text: (part) => (typeof part === 'string' && !part.includes('\0') ? part : undefined),
  flag: (part) => (typeof part === 'boolean' ? part : undefined),
};

/** Writes the sort key of the last row of a page as an opaque cursor; times in milliseconds. */
export function writeCursor(key: readonly (number | string | boolean)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parse(cursor: string): unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}

/** Reads a cursor with parts of these kinds; a damaged one is refused, never guessed at. */
export function readCursor<const Shape extends readonly (keyof Parts)[]>(
  cursor: string,
  ...shape: Shape
): Key<Shape> {
  const parts = parse(cursor);
  const key = shape.map((kind, at) => readers[kind](parts[at]));
  if (parts.length !== shape.length || key.includes(undefined)) {
    throw new Refusal('invalid-request', { fields: [{ path: 'cursor', reason: 'malformed' }] });
  }
  return key as unknown as Key<Shape>;
}
