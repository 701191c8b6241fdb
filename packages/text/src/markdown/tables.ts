import type { MarkdownIt, StateBlock } from 'markdown-it';
import { MAX_NESTING } from './nesting.ts';

type Rule = (state: StateBlock, first: number, end: number, silent: boolean) => boolean;

/** A short text can ask for a great many empty cells; a text may hold this many. */
const MAX_CELLS = 2000;

// div, table, tbody, tr, td, and within it a link and code.
const TABLE_LEVELS = 7;

function cellsAt(state: StateBlock, first: number, end: number): number {
  const header = state.src.slice(state.bMarks[first], state.eMarks[first]);
  const columns = header
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length;
  let line = first + 2;
  while (line < end && !state.isEmpty(line) && (line - first) * columns <= MAX_CELLS) line += 1;
  return columns * (line - first);
}

function bounded(table: Rule): Rule {
  return (state, first, end, silent) => {
    if (state.level + TABLE_LEVELS > MAX_NESTING || !table(state, first, end, true)) return false;
    if (silent) return true;
    const cells = Number(state.env['cells'] ?? 0) + cellsAt(state, first, end);
    if (cells > MAX_CELLS) return false;
    state.env['cells'] = cells;
    return table(state, first, end, false);
  };
}

/** Tables too large or too deep are shown as they were written. */
export function boundTables(md: MarkdownIt): void {
  // The table rule is markdown-it's first; a test would show it if that changed.
  const [table] = md.block.ruler.getRules('');
  if (table) md.block.ruler.at('table', bounded(table), { alt: ['paragraph', 'reference'] });
}
