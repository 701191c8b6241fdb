import { singleSpaces } from './spaces.ts';

const BLOCK_END = /<(?:br|hr) ?\/?>|<\/(?:p|h[1-6]|li|blockquote|pre|tr|td|th|div)>/g;
// On one line, two items of a list would read as one sentence.
const BETWEEN_ITEMS = /<\/li>(?=\s*<li)/g;
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

// A grapheme may be made of any number of marks; this much room per grapheme is given.
const UNITS_PER_GRAPHEME = 16;

/** The words of rendered html on one line. Give it html in which mentions are filled. */
export function plainText(html: string): string {
  const words = html
    .replace(BETWEEN_ITEMS, ' · ')
    .replace(BLOCK_END, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  return singleSpaces(words);
}

/** Without the word that was cut, unless little would be left. */
function toLastWord(text: string): string {
  const at = text.trimEnd().search(/\s\S*$/);
  return at > text.length * 0.6 ? text.slice(0, at) : text;
}

function cutOff(start: string, next: string): string {
  return `${(/\s/.test(next) ? start : toLastWord(start)).trimEnd()}…`;
}

/**
 * The start of `text` in at most `max` graphemes, the ellipsis counted; never half a character, and
 * between words where that leaves most of it.
 */
export function clip(text: string, max: number): string {
  const room = max * UNITS_PER_GRAPHEME;
  const graphemes: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, room))) {
    graphemes.push(segment);
    if (graphemes.length > max) break;
  }
  if (graphemes.length <= max && text.length <= room) return text;
  const kept = graphemes.slice(0, Math.min(max, graphemes.length) - 1);
  return cutOff(kept.join(''), graphemes[kept.length] ?? ' ');
}

/** As `clip`, in at most `most` UTF-16 units: the measure of what a name or title may be. */
export function clipLine(text: string, most: number): string {
  if (text.length <= most) return text;
  let start = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, most + 1))) {
    if (start.length + segment.length >= most) return cutOff(start, segment);
    start += segment;
  }
  return cutOff(start, ' ');
}

/** The words of rendered html, at most `max` graphemes, cut with an ellipsis. */
export function excerpt(html: string, max: number): string {
  return clip(plainText(html), max);
}
