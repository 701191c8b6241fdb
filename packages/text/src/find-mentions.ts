import { mentionsIn, parseMarkdown } from './markdown/parse.ts';
import type { Mention } from './mention.ts';

/**
 * Whom a Markdown text mentions: each once, in order, at most MAX_MENTIONS. Reads the text exactly
 * as the renderer does, so what stands in code, in a link or behind a backslash does not count.
 */
export function findMentions(source: string): Mention[] {
  return mentionsIn(parseMarkdown(source));
}
