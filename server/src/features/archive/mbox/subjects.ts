/** What mail programs put before the subject of an answer or of what is passed on, in many languages. */
const prefix =
  /^\s*(?:re|aw|antw|sv|vs|tr|rép|réf|r|fwd?|wg|i|res|enc|ynt|ilt|odp|רד|رد|الرد|إعادة توجيه)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*/iu;
const tag = /^\s*\[([^[\]]{1,60})\]\s*/;

/** A list puts its name before so large a part of all subjects. */
const usual = 0.5;

/** The name that a list puts before the subjects of its messages, in brackets; null when there is none. */
export function listTagOf(subjects: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    const found = tag.exec(withoutPrefixes(subject, null))?.[1];
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most && most[1] > 1 && most[1] >= subjects.length * usual ? most[0] : null;
}

/** A subject without `Re:` and the like, and without the name of the list. */
export function withoutPrefixes(subject: string, listTag: string | null): string {
  let text = subject;
  for (;;) {
    const bare = text.replace(prefix, '');
    const found = tag.exec(bare);
    const next = listTag !== null && found?.[1] === listTag ? bare.slice(found[0].length) : bare;
    if (next === text) return text.trim();
    text = next;
  }
}

/** Whether a subject says that it answers another message. */
export function saysReply(subject: string, listTag: string | null): boolean {
  const found = tag.exec(subject);
  const text =
    listTag !== null && found?.[1] === listTag ? subject.slice(found[0].length) : subject;
  return prefix.test(text);
}
