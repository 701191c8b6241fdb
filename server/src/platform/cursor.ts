import { Refusal } from './refusal.ts';

/** Writes the sort key of the last row of a page as an opaque cursor. */
export function writeCursor(key: readonly (number | string | boolean)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor of `length` parts; a damaged one is refused, never guessed at. */
export function readCursor(cursor: string, length: number): (number | string | boolean)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isKey = (part: unknown) => ['number', 'string', 'boolean'].includes(typeof part);
    if (Array.isArray(key) && key.length === length && key.every(isKey)) return key;
  } catch {
    // Falls through to the refusal below.
  }
  throw new Refusal('invalid-request', { fields: [{ path: 'cursor', reason: 'malformed' }] });
}
