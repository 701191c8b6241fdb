import { stripBidiControls } from '../direction.ts';
import { escapeText } from '../escape.ts';
import { type Mention, mentionAt, mentionToken, uniqueMentions } from '../mention.ts';

/** Where the mentions of a text stand, in order. */
function* mentionsOf(source: string): Generator<{ mention: Mention; start: number; end: number }> {
  for (let at = source.indexOf('@'); at >= 0; at = source.indexOf('@', at + 1)) {
    const found = mentionAt(source, at);
    if (found) yield { ...found, start: at };
  }
}

function paragraph(text: string): string {
  let inner = '';
  let from = 0;
  for (const { start, end } of mentionsOf(text)) {
    inner += escapeText(text.slice(from, start)) + mentionToken(text.slice(start, end));
    from = end;
  }
  inner += escapeText(text.slice(from));
  return `<p dir="auto">${inner.replaceAll('\n', '<br />\n')}</p>\n`;
}

/** The text as paragraphs with all its signs, mentions as tokens; takes time in proportion. */
export function renderPlain(source: string): string {
  return stripBidiControls(source.replace(/\r\n?/g, '\n'))
    .split(/\n(?:[ \t]*\n)+/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map(paragraph)
    .join('');
}

/** The mentions that `renderPlain` shows: each once, in order, at most MAX_MENTIONS. */
export function plainMentions(source: string): Mention[] {
  return uniqueMentions([...mentionsOf(source)].map(({ mention }) => mention));
}
