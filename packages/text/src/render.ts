import { stripBidiControls } from './direction.ts';
import { mentionsIn, parseMarkdown, toHtml } from './markdown/parse.ts';
import { plainMentions, renderPlain } from './markdown/plain.ts';
import type { Mention } from './mention.ts';
import { sanitizePost } from './sanitize.ts';

/** Rises when the same text gives other html; stored html of an older version is made again. */
export const HTML_VERSION = 1;

export interface RenderedPost {
  /** Safe html with mentions as tokens. */
  html: string;
  /** Each once, in order, at most MAX_MENTIONS. */
  mentions: Mention[];
}

/** A post's Markdown as it is stored: rendered, then sanitised. Server only. */
export function renderPost(source: string): RenderedPost {
  const tokens = parseMarkdown(source);
  const html = sanitizePost(stripBidiControls(toHtml(tokens)));
  return { html, mentions: mentionsIn(tokens) };
}

/** The same for a text that took too long: plain paragraphs, nothing lost. */
export function renderPlainPost(source: string): RenderedPost {
  return { html: renderPlain(source), mentions: plainMentions(source) };
}

/** The first renderings of a process cost many times the later ones: to be paid before anybody waits. */
export function warmUp(): void {
  renderPost(`# a\n\n- **b** @member:1 https://a.example\n\n|c|\n|-|\n|d|\n\n${'|\n'.repeat(500)}`);
}
