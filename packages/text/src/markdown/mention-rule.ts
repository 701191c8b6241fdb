import type { MarkdownIt, StateInline } from 'markdown-it';
import { mentionAt } from '../mention.ts';

function mention(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || state.src[state.pos] !== '@') return false;
  const found = mentionAt(state.src, state.pos);
  if (!found || found.end > state.posMax) return false;
  if (!silent) {
    const token = state.push('mention', 'span', 0);
    token.markup = state.src.slice(state.pos, found.end);
  }
  state.pos = found.end;
  return true;
}

/** `@member:123` and `@institution:45` in running text; not in code, not inside a link. */
export function mentionRule(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'mention', mention);
}
