import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';
import { escapeText } from '../escape.ts';
import { mentionToken } from '../mention.ts';

// The page owns h1 and h2; its parts stay in order below them.
const HEADINGS: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };

const ALIGNED: Record<string, string> = {
  'text-align:center': 'cell-center',
  'text-align:right': 'cell-end',
};

// No style attribute is ever written: the content security policy refuses it.
function adapt(token: Token): void {
  token.tag = HEADINGS[token.tag] ?? token.tag;
  if (token.type !== 'th_open' && token.type !== 'td_open') return;
  const aligned = ALIGNED[String(token.attrGet('style'))];
  token.attrs = aligned ? [['class', aligned]] : null;
}

function adaptAll({ tokens }: StateCore): void {
  for (const token of tokens) adapt(token);
}

const codeBlock: RendererRule = (tokens, at) =>
  `<pre dir="ltr"><code>${escapeText(tokens[at]?.content ?? '')}</code></pre>\n`;

const rules: Record<string, RendererRule> = {
  text: (tokens, at) => escapeText(tokens[at]?.content ?? ''),
  text_special: (tokens, at) => escapeText(tokens[at]?.content ?? ''),
  plain_text: (tokens, at) => escapeText(tokens[at]?.content ?? '').replaceAll('\n', '<br />\n'),
  code_inline: (tokens, at) => `<code dir="ltr">${escapeText(tokens[at]?.content ?? '')}</code>`,
  code_block: codeBlock,
  fence: codeBlock,
  mention: (tokens, at) => mentionToken(tokens[at]?.markup ?? ''),
  // A wide table scrolls on its own, by keyboard too.
  table_open: (tokens, at, options, _env, renderer) =>
    `<div class="table-scroll" tabindex="0">${renderer.renderToken(tokens, at, options)}`,
  table_close: () => '</table></div>\n',
};

/** What differs from markdown-it's own html: demoted headings, classes for styles, ids for names. */
export function addOutput(md: MarkdownIt): void {
  md.core.ruler.before('directions', 'adapt', adaptAll);
  Object.assign(md.renderer.rules, rules);
}
