import type { DraftContent } from '@counterpart/contract';

/** A draft that could not be brought to the server; removed with everything else at sign-out. */
export interface LocalDraft {
  content: DraftContent;
  /** Milliseconds since 1970. */
  at: number;
}

const nameOf = (member: number | undefined, place: string) => `draft:${member ?? 0}:${place}`;

export function keepLocal(member: number | undefined, place: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(nameOf(member, place), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing, or is full: the text still stands on the page.
  }
}

export function dropLocal(member: number | undefined, place: string): void {
  localStorage.removeItem(nameOf(member, place));
}

export function readLocal(member: number | undefined, place: string): LocalDraft | null {
  const text = localStorage.getItem(nameOf(member, place));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keepLocal
  return text ? (JSON.parse(text) as LocalDraft) : null;
}
