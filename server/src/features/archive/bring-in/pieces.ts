import { isSeen, limits } from '@counterpart/contract';

/** More than this of one text is left out: nobody reads it, and a thread could not be opened. */
const mostPieces = 20;

/** Room for what a cut in the middle of a paragraph loses. */
const roomy = limits.postBody - 200;

function fits(text: string): boolean {
  return text.length <= limits.postBody && Buffer.byteLength(text, 'utf8') <= limits.postBodyBytes;
}

/** The longest beginning that a post may hold, cut between paragraphs, lines or words if possible. */
function beginning(text: string): string {
  let part = text.slice(0, roomy);
  while (!fits(part)) part = part.slice(0, Math.floor(part.length * 0.8));
  for (const between of ['\n\n', '\n', ' ']) {
    const at = part.lastIndexOf(between);
    if (at > part.length / 2) return part.slice(0, at);
  }
  // Never between the halves of a character.
  return /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part;
}

/** A text as one or more that posts may hold; `cut` when there was more than twenty posts hold. */
export function inPieces(text: string): { pieces: string[]; cut: boolean } {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== '' && pieces.length < mostPieces) {
    const part = fits(rest) ? rest : beginning(rest);
    pieces.push(part.trim());
    rest = rest.slice(part.length).trim();
  }
  return { pieces: pieces.filter(isSeen), cut: rest !== '' };
}
