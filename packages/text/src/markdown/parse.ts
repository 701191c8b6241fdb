import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import { type Mention, mentionAt, uniqueMentions } from '../mention.ts';
import { setDirections } from './directions.ts';
import { imagesToLinks, safeLinks } from './links.ts';
import { mentionRule } from './mention-rule.ts';
import { boundBlocks, boundInline } from './nesting.ts';
import { addOutput } from './output.ts';
import { boundTables } from './tables.ts';

let parser: MarkdownIt | undefined;

// Made when first used, so that a page which imports only names pays nothing.
function markdown(): MarkdownIt {
  parser ??= new createMarkdown({
    html: false,
    breaks: true,
    linkify: true,
    typographer: false,
    xhtmlOut: true,
    maxNesting: 20,
  })
    // A definition of a link vanishes from the page: nothing that a member writes may.
    .disable('reference')
    .use(safeLinks)
    .use(mentionRule)
    .use(boundTables)
    .use(boundBlocks)
    .use(imagesToLinks)
    .use(boundInline)
    .use(setDirections)
    .use(addOutput);
  return parser;
}

/** A Markdown text as tokens, ready to be read or shown. */
export function parseMarkdown(source: string): Token[] {
  return markdown().parse(source, {});
}

/** Tokens as html. */
export function toHtml(tokens: Token[]): string {
  const md = markdown();
  return md.renderer.render(tokens, md.options);
}

/** The mentions in parsed tokens: each once, in order, at most MAX_MENTIONS. */
export function mentionsIn(tokens: Token[]): Mention[] {
  return uniqueMentions(
    tokens
      .flatMap((token) => token.children ?? [])
      .flatMap((token) => (token.type === 'mention' ? (mentionAt(token.markup, 0) ?? []) : []))
      .map(({ mention }) => mention),
  );
}
