const listeners = new Set<() => void>();

/** Called by the API client when an answer says that the sign-in has ended. */
export function tellSignedOut(): void {
  for (const listener of listeners) listener();
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
