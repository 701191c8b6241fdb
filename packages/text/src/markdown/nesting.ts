import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';

/** No element of a post lies deeper than this below it. */
export const MAX_NESTING = 20;

// A list opens two levels at once, a plain paragraph and its line breaks two more.
const MAX_BLOCK_LEVEL = 16;

// Above the innermost emphasis there must be room for a table's frame, a link and code.
const MAX_EMPHASIS_LEVEL = MAX_NESTING - 3;

/** Everything that belongs to the block at `first`, as one paragraph without any markup. */
function plainParagraph(state: StateBlock, first: number, end: number): void {
  const start = state.skipEmptyLines(first);
  state.line = start;
  if (start >= end || state.sCount[start]! < state.blkIndent) return;
  let next = start + 1;
  while (next < end && (state.isEmpty(next) || belongs(state, next))) next += 1;
  const level = state.blkIndent;
  state.push('paragraph_open', 'p', 1).map = [start, next];
  state.push('plain_text', '', 0).content = state.getLines(start, next, level, false).trim();
  state.push('paragraph_close', 'p', -1);
  state.line = next;
}

// A negative indent marks a line that lazily continues a quotation.
function belongs(state: StateBlock, line: number): boolean {
  return state.sCount[line]! >= state.blkIndent || state.sCount[line]! < 0;
}

/** Blocks nested too deep are shown as they were written; markdown-it alone would drop them. */
export function boundBlocks(md: MarkdownIt): void {
  const tokenize = md.block.tokenize.bind(md.block);
  md.block.tokenize = (state, first, end) => {
    if (state.level < MAX_BLOCK_LEVEL) tokenize(state, first, end);
    else plainParagraph(state, first, end);
  };
}

function asText(token: Token): void {
  token.type = 'text';
  token.tag = '';
  token.nesting = 0;
  token.content = token.markup;
}

function flatten(children: Token[], level: number): void {
  const kept: boolean[] = [];
  let depth = level;
  for (const token of children) {
    if (token.nesting === 1) {
      const keep = depth < MAX_EMPHASIS_LEVEL || token.type === 'link_open';
      kept.push(keep);
      if (keep) depth += 1;
      else asText(token);
    } else if (token.nesting === -1) {
      if (kept.pop()) depth -= 1;
      else asText(token);
    }
  }
}

/** Emphasis nested too deep shows its signs instead. */
export function boundInline(md: MarkdownIt): void {
  md.core.ruler.push('bound-inline', ({ tokens }: StateCore) => {
    for (const token of tokens) {
      if (token.children) flatten(token.children, token.level);
    }
  });
}
