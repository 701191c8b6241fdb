export type MentionKind = 'member' | 'institution';

/** Someone or some institution named in a text, by id: a whole number from 1 to 2^53 - 1. */
export interface Mention {
  kind: MentionKind;
  id: number;
}

/** A text that names more than this many is read up to here. */
export const MAX_MENTIONS = 50;

// Arabic joins "and", "for", "with" to the next word, so only Latin letters and digits before the
// sign make it part of something else (an address such as a@member:1).
const MENTION = /(?<![A-Za-z0-9_])@(member|institution):([1-9][0-9]{0,15})(?![A-Za-z0-9_])/y;

/** The mention that starts exactly at `at`, with the place where it ends; null when none does. */
export function mentionAt(source: string, at: number): { mention: Mention; end: number } | null {
  MENTION.lastIndex = at;
  const match = MENTION.exec(source);
  if (!match) return null;
  const id = Number(match[2]);
  if (!Number.isSafeInteger(id)) return null;
  return {
    mention: { kind: match[1] === 'member' ? 'member' : 'institution', id },
    end: MENTION.lastIndex,
  };
}

/** How a mention such as `@member:5` is kept in stored html: an empty token that names no one. */
export function mentionToken(written: string): string {
  return `<span data-mention="${written.slice(1)}"></span>`;
}

/** Each one once, in the order in which they first appear, at most MAX_MENTIONS. */
export function uniqueMentions(mentions: Iterable<Mention>): Mention[] {
  const found = new Map<string, Mention>();
  for (const mention of mentions) {
    if (found.size >= MAX_MENTIONS) break;
    const key = `${mention.kind}:${mention.id}`;
    if (!found.has(key)) found.set(key, mention);
  }
  return [...found.values()];
}
