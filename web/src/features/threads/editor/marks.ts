/** What the buttons above a text do with what is selected in it. */
export const marks = ['bold', 'list', 'quote', 'link'] as const;
export type Mark = (typeof marks)[number];

export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** Which piece of a text to replace with what, and what to select after. */
export interface Change {
  from: number;
  to: number;
  insert: string;
  select: [number, number];
}

function around({ text, start, end }: Selection, open: string, close: string): Change {
  const insert = `${open}${text.slice(start, end)}${close}`;
  const inner = start + open.length;
  return { from: start, to: end, insert, select: [inner, inner + end - start] };
}

/** Begins every selected line with a sign, or takes it away where all have it. */
function lines({ text, start, end }: Selection, sign: string): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', end);
  const to = found === -1 ? text.length : found;
  const all = text.slice(from, to).split('\n');
  const marked = all.every((line) => line.startsWith(sign));
  const insert = all
    .map((line) => (marked ? line.slice(sign.length) : `${sign}${line}`))
    .join('\n');
  const caret = from + insert.length;
  return { from, to, insert, select: start === end ? [caret, caret] : [from, caret] };
}

/** A link around the selected words, with the address selected to be typed over. */
function link(selection: Selection): Change {
  const words = selection.text.slice(selection.start, selection.end);
  const address = 'https://';
  const insert = `[${words}](${address})`;
  const at = selection.start + insert.length - 1 - address.length;
  const select: [number, number] =
    words === '' ? [selection.start + 1, selection.start + 1] : [at, at + address.length];
  return { from: selection.start, to: selection.end, insert, select };
}

export function markChange(mark: Mark, selection: Selection): Change {
  if (mark === 'bold') return around(selection, '**', '**');
  if (mark === 'link') return link(selection);
  return lines(selection, mark === 'list' ? '- ' : '> ');
}
