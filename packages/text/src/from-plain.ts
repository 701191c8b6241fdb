// A line this long was probably broken by the mail program and not by the writer.
const shortestWidth = 50;

const LIST_ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;
const UNDERLINE = /^\s*(?:=+|-+)\s*$/;

/** Whether a mail program broke the line because the next word had no room. */
function isWrapped(line: string, next: string, width: number): boolean {
  if (width < shortestWidth || LIST_ITEM.test(next) || next.startsWith('>')) return false;
  const [word = ''] = next.trimStart().split(/\s/, 1);
  return word !== '' && line.length + 1 + word.length > width;
}

/** Signs that Markdown would take for more than they were meant to be. */
function escapeLine(line: string, before: string | undefined): string {
  const indented = line.replace(/^[ \t]{4,}/, '   ');
  const mentions = indented.replace(/@(?=(?:member|institution):)/g, '\\@');
  if (/^\s*#{1,6}(?:\s|$)/.test(mentions)) return mentions.replace('#', '\\#');
  const isUnderline = before !== undefined && before.trim() !== '' && UNDERLINE.test(mentions);
  return isUnderline ? mentions.replace(/[=-]/, '\\$&') : mentions;
}

function joinWrapped(lines: readonly string[]): string[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const joined: string[] = [];
  let before: string | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && before !== undefined && isWrapped(before, line, width)) {
      joined[joined.length - 1] = `${last.trimEnd()} ${line.trimStart()}`;
    } else {
      joined.push(escapeLine(line, before));
    }
    before = line;
  }
  return joined;
}

/**
 * The plain text of a mail as Markdown that shows the same words: lines that a mail program broke
 * are joined, quotations end where the writer's own words begin, and signs mean what they meant.
 */
export function markdownFromPlain(text: string): string {
  const paragraphs: string[][] = [[]];
  let quoted = false;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const isQuote = line.startsWith('>');
    // Without an empty line between them, Markdown would go on quoting.
    if (line.trim() === '' || isQuote !== quoted) paragraphs.push([]);
    quoted = isQuote;
    if (line.trim() !== '') paragraphs.at(-1)?.push(line);
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => (lines[0]?.startsWith('>') ? lines : joinWrapped(lines)).join('\n'))
    .join('\n\n');
}
