import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { beginning } from './process-id.mjs';

/**
 * Takes the lock, also from a process that is gone. A lock is a file that names a live process.
 * @param {string} file
 * @returns {{ heldBy: number } | { release: () => void }} who holds it instead, or how to give it back
 */
export function takeLock(file) {
  const mine = JSON.stringify({ pid: process.pid, began: beginning(process.pid) });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      if (link(draft, file)) return { release: () => read(file) === mine && rmSync(file) };
      const found = read(file);
      const holder = parse(found);
      if (holder !== undefined && beginning(holder.pid) === holder.began)
        return { heldBy: holder.pid };
      removeStale(file, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whoever links first has the lock, and the file is complete from its first moment. */
function link(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same stale lock: what is moved away is looked at once more. */
function removeStale(file, stale) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) link(aside, file);
  rmSync(aside);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text) {
  try {
    const { pid, began } = JSON.parse(text);
    return Number.isSafeInteger(pid) && typeof began === 'string' ? { pid, began } : undefined;
  } catch {
    return undefined;
  }
}
