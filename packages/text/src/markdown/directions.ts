import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { directionOf } from '../direction.ts';

const CONTAINERS = new Set(['blockquote', 'ul', 'ol', 'li', 'table']);
const LEAVES = new Set(['p', 'h3', 'h4', 'h5', 'h6', 'th', 'td']);

/** The text that decides a direction: what the browser would read, so no code and no addresses. */
function words(token: Token): string {
  if (token.type === 'plain_text') return token.content;
  let skipped = false;
  return (token.children ?? [])
    .map((child) => {
      if (child.info === 'auto') skipped = child.nesting === 1;
      return !skipped && child.type === 'text' ? child.content : '';
    })
    .join('');
}

function setTo(direction: 'ltr' | 'rtl', containers: Token[]): void {
  for (const container of containers) container.attrSet('dir', direction);
  containers.length = 0;
}

/**
 * Paragraphs, headings, cells and short list items find their own direction (`auto`). A browser
 * looks past children that have a direction of their own, so `auto` on a list or a quotation would
 * find nothing and put its marks on the wrong side: those get the direction of their first words.
 */
function direct({ tokens }: StateCore): void {
  const undecided: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === 1 && LEAVES.has(token.tag)) token.attrSet('dir', 'auto');
    if (token.nesting === 1 && CONTAINERS.has(token.tag)) {
      token.attrSet('dir', 'auto');
      undecided.push(token);
    }
    if (token.nesting === -1 && CONTAINERS.has(token.tag)) undecided.pop();
    if (undecided.length > 0 && (token.children || token.type === 'plain_text')) {
      const direction = directionOf(words(token));
      if (direction) setTo(direction, undecided);
    }
  }
}

/** Gives every block of a post its direction. */
export function setDirections(md: MarkdownIt): void {
  md.core.ruler.push('directions', direct);
}
