const listeners = new Set<() => void>();
let isMeant = false;

/** The member signs out: the answers that say so from now on are no surprise. */
export function meanToSignOut(meant: boolean): void {
  isMeant = meant;
}

/** Called by the API client when an answer says that the sign-in has ended. */
export function tellSignedOut(): void {
  if (isMeant) return;
  for (const listener of listeners) listener();
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
