import { limits } from '@counterpart/contract';
import { holdsPassage } from '@counterpart/text/passage';

/** The selected words as they can be quoted from a post; null when it does not hold them or they are too many. */
export function passageOf(selected: string, html: string): string | null {
  const text = selected.replaceAll(/\s+/g, ' ').trim();
  return text.length <= limits.note && holdsPassage(html, text) ? text : null;
}
