import { createReadStream } from 'node:fs';
import { decodeXML } from 'entities';

export type Row = Record<string, string>;

/** No row of a real archive is longer; what is longer has lost its end. */
const longestRow = 4 * 2 ** 20;

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
 * The rows of one file of a Stack Exchange dump, as they stand in it. A row that is damaged or cut off
 * is told as null, and reading goes on with the next: `<` cannot stand inside a value, so the next
 * row is found whatever is broken before it. `onBytes` hears how much has been read.
 */
export async function* readRows(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Row | null> {
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

/** The whole rows in a piece of a file, and what may be the beginning of one more. */
function take(text: string, isEnd: boolean): { rows: (Row | null)[]; rest: string } {
  const rows: (Row | null)[] = [];
  let at = text.indexOf('<row');
  while (at >= 0) {
    row.lastIndex = at;
    const [element] = row.exec(text) ?? [];
    const next = text.indexOf('<row', at + 4);
    if (element !== undefined) rows.push(attributesOf(element));
    // Without another row behind it, it may not have been read to its end.
    else if (next < 0 && !isEnd && text.length - at < longestRow) {
      return { rows, rest: text.slice(at) };
    } else rows.push(null);
    at = next;
  }
  return { rows, rest: isEnd ? '' : text.slice(-4) };
}
