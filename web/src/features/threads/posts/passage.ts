import { limits } from '@counterpart/contract';

/** As the server compares a passage with the post: without signs and spaces. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}

/**
 * The selected words as they can be quoted from a post; null when they do not stand in it word for word
 * (a name of someone mentioned stands there as a number) or are too many.
 */
export function passageOf(selected: string, body: string): string | null {
  const text = selected.replaceAll(/\s+/g, ' ').trim();
  const words = folded(text);
  if (words === '' || text.length > limits.note) return null;
  return folded(body).includes(words) ? text : null;
}
