/** The build that a server runs; in every reply. */
export const buildHeader = 'x-counterpart-build';

const listeners = new Set<() => void>();
let own: string | undefined;
let newer = false;

/** The first build heard of is the one these pages came from; any other one later is newer. */
export function noticeBuild(build: string | null | undefined): void {
  if (!build) return;
  own ??= build;
  if (build === own || newer) return;
  newer = true;
  for (const listener of listeners) listener();
}

export function subscribeToBuild(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the server has moved on since these pages were loaded. */
export function isBuildNewer(): boolean {
  return newer;
}
