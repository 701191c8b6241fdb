const listeners = new Set<() => void>();
let member: number | undefined;

/** For whom these pages ask; undefined while nobody is signed in. */
export function pageMember(): number | undefined {
  return member;
}

/** From now on these pages ask for this member, and do nothing as anybody else. */
export function askFor(id: number | undefined): void {
  member = id;
}

/** Called by the API client when an answer says that somebody else is signed in by now. */
export function tellAnotherMember(): void {
  for (const listener of listeners) listener();
}

export function onAnotherMember(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
