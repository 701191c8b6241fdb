import type { ThreadState } from '../state/thread-state.ts';

/** The line above what is new, and how much that is. It stays where it is while one reads. */
export interface Divider {
  seq: number;
  count: number;
}

/** On opening: above the first unread post; nowhere when all is new or nothing is. */
export function firstDivider({ firstUnread, unread }: ThreadState): Divider | null {
  return firstUnread === null || firstUnread <= 1 ? null : { seq: firstUnread, count: unread };
}

export interface Arrival {
  seq: number;
  /** How far the reader had come. */
  readTo: number;
  /** The end of the thread is before their eyes. */
  watching: boolean;
}

/** When a post by someone else arrives: it joins what is new, or begins it for a reader who is elsewhere. */
export function withArrival(
  old: Divider | null,
  { seq, readTo, watching }: Arrival,
): Divider | null {
  if (old && readTo < old.seq) return { ...old, count: old.count + 1 };
  if (watching || readTo < seq - 1) return old;
  return { seq, count: 1 };
}
