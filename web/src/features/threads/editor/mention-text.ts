import type { MemberBrief } from '@counterpart/contract';

/** How the mentioned are called in the text that a writer sees; a label belongs to one member only. */
export type MentionLabels = ReadonlyMap<number, string>;

// As packages/text reads a mention. One that runs on into a letter is shown as it is stored, because
// a name could not be told from what follows.
const token = /(?<![A-Za-z0-9_])@member:([1-9][0-9]{0,15})(?![\p{L}\p{N}_])/gu;

/** Ids of the members that a stored text mentions, each once, in order. */
export function mentionedIn(stored: string): number[] {
  return [...new Set([...stored.matchAll(token)].map(([, digits]) => Number(digits)))];
}

/** A stored text with names in place of `@member:5`, as far as they are known. */
export function toShown(stored: string, labels: MentionLabels): string {
  return stored.replace(token, (written, digits: string) => {
    const label = labels.get(Number(digits));
    return label === undefined ? written : `@${label}`;
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** The text a writer sees, as it is stored: with `@member:5` in place of names. */
export function toStored(shown: string, labels: MentionLabels): string {
  if (labels.size === 0) return shown;
  const ids = new Map([...labels].map(([id, label]) => [label, id]));
  // The longest first: one name may begin another.
  const names = [...ids.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const written = new RegExp(`(?<![A-Za-z0-9_])@(${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return shown.replace(written, (_whole, name: string) => `@member:${ids.get(name)}`);
}

/** A name that no other label has yet: with the city, or a number, where two are called the same. */
export function labelFor(
  member: MemberBrief,
  labels: MentionLabels,
  city: string | null,
): string | null {
  if (member.name === null) return null;
  const known = labels.get(member.id);
  if (known !== undefined) return known;
  const taken = new Set(labels.values());
  const withCity = city === null ? member.name : `${member.name} (${city})`;
  const numbered = `${withCity} ${member.id}`;
  return [member.name, withCity].find((label) => !taken.has(label)) ?? numbered;
}

export interface MentionQuery {
  /** Where the sign stands. */
  start: number;
  /** What has been typed of the name. */
  text: string;
}

const beingTyped = /(?<![\p{L}\p{N}_@])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,2})$/u;

/** The name that is being typed where the caret stands; null when none is. */
export function queryAt(shown: string, caret: number): MentionQuery | null {
  const found = beingTyped.exec(shown.slice(Math.max(0, caret - 80), caret));
  const text = found?.[1];
  return text === undefined ? null : { start: caret - text.length - 1, text };
}
