import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeXML } from 'entities';

export type Row = Record<string, string>;

/** Why a row is not given. */
export type Unread = 'unreadable' | 'row-too-large';

/** No row of a real archive is longer. */
const longestRow = 4 * 2 ** 20;
/** A table says what it holds before its first row. */
const headBytes = 4096;

const attributes = /([\w:]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const row = /<row\b(?:\s+[\w:]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/y;

function attributesOf(element: string): Row {
  const found: Row = Object.create(null);
  for (const [, name = '', double, single] of element.matchAll(attributes)) {
    found[name] = decodeXML(double ?? single ?? '');
  }
  return found;
}

/**
 * The rows of one file of a Stack Exchange dump, as they stand in it. A row that is damaged, cut off
 * or too large is told as such, and reading goes on with the next: `<` cannot stand inside a value, so the next
 * row is found whatever is broken before it. `onBytes` hears how much has been read.
 */
export async function* readRows(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Row | Unread> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    onBytes((chunk as Buffer).length);
    text += decoder.decode(chunk as Buffer, { stream: true });
    const { rows, rest } = take(text, false);
    yield* rows;
    text = rest;
  }
  yield* take(text + decoder.decode(), true).rows;
}

/** Whether a file begins as a table of this name, as one without any row does too. */
export async function beginsAs(file: string, table: string): Promise<boolean> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString('utf8', 0, bytesRead).includes(`<${table}`);
  } finally {
    await opened.close();
  }
}

/** The whole rows in a piece of a file, and what may be the beginning of one more. */
function take(text: string, isEnd: boolean): { rows: (Row | Unread)[]; rest: string } {
  const rows: (Row | Unread)[] = [];
  let at = text.indexOf('<row');
  while (at >= 0) {
    row.lastIndex = at;
    const [element] = row.exec(text) ?? [];
    const next = text.indexOf('<row', at + 4);
    if (element !== undefined) rows.push(attributesOf(element));
    // Without another row behind it, it may not have been read to its end.
    else if (next < 0 && !isEnd && text.length - at < longestRow) {
      return { rows, rest: text.slice(at) };
    } else {
      // A row that goes on holds no other sign of this kind.
      const goesOn = !isEnd && !text.includes('<', at + 1);
      rows.push(goesOn ? 'row-too-large' : 'unreadable');
    }
    at = next;
  }
  return { rows, rest: isEnd ? '' : text.slice(-4) };
}
