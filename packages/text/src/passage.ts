import { plainText } from './excerpt.ts';

// As it is stored, and as it is shown with a name.
const MENTION = /<span data-mention="[^"]*"><\/span>|<(a|span) class="mention"[^>]*>.*?<\/\1>/g;
/** Stands for a mention: its name is not the author's word, and nobody can select this sign. */
const NAMED = '\uFFFC';

function inOneLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Whether a passage that was selected on a page stands in a post, sign for sign. `html` is the post's,
 * as it is stored or as it is shown. A passage with the name of someone mentioned does not.
 */
export function holdsPassage(html: string, passage: string): boolean {
  const wanted = inOneLine(passage);
  const items = html.replaceAll(/<\/li>\s*/g, '</li><br />');
  if (wanted === '' || wanted.includes(NAMED)) return false;
  return inOneLine(plainText(items.replaceAll(MENTION, NAMED))).includes(wanted);
}
