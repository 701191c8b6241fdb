import { openChannel } from './channel.ts';

/** Who is there by now instead of the member of the page. */
export type Instead = 'another' | 'nobody';

const listeners = new Set<(instead: Instead) => void>();
const backListeners = new Set<() => void>();
let member: number | undefined;
let tell: (now: number | null) => void = () => undefined;

/** For whom these pages ask; undefined while nobody is signed in. */
export function pageMember(): number | undefined {
  return member;
}

/** From now on these pages ask for this member, and do nothing as anybody else. */
export function askFor(id: number | undefined): void {
  member = id;
}

/** Called by the API client when an answer says that somebody else is signed in by now. */
export function tellAnotherMember(instead: Instead = 'another'): void {
  for (const listener of listeners) listener(instead);
}

export function onAnotherMember(listener: (instead: Instead) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls when the member of the page has signed in once more, in another page of this browser. */
export function onMemberBack(listener: () => void): () => void {
  backListeners.add(listener);
  return () => backListeners.delete(listener);
}

function readMember(data: unknown): number | null | undefined {
  return typeof data === 'number' || data === null ? data : undefined;
}

/** Where pages have a member, they hear who signs in and who leaves in the other pages of this browser. */
function hear(now: number | null): void {
  if (member === undefined) return;
  if (now === member) for (const listener of backListeners) listener();
  else tellAnotherMember(now === null ? 'nobody' : 'another');
}

/** From now on the pages of this browser tell each other who is there. */
export function joinPages(): void {
  tell = openChannel('counterpart-member', readMember, hear);
}

/** Tells the other pages who has signed in; null when the member has left this device. */
export function tellPages(now: number | null): void {
  tell(now);
}
