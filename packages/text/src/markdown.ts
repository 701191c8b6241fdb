import { stripBidiControls } from './direction.ts';
import { parseMarkdown, toHtml } from './markdown/parse.ts';

export { renderPlain } from './markdown/plain.ts';

/**
 * A post's Markdown as html, the same on the server and in the browser's preview. Mentions stay
 * empty tokens (see `fillMentions`); the server puts the result through `sanitizePost` as well.
 */
export function renderMarkdown(source: string): string {
  return stripBidiControls(toHtml(parseMarkdown(source)));
}
