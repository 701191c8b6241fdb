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
      const found = read(file);
      const holder = liveHolder(found);
      if (holder !== undefined) return { heldBy: holder };
      if (found === undefined ? link(draft, file) : takeOver(draft, file, found)) {
        return { release: () => read(file) === mine && rmSync(file) };
      }
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

/** Several processes may find the same stale lock. One at a time may replace it, and looks once more. */
function takeOver(draft, file, stale) {
  const guard = `${file}.guard`;
  if (!link(draft, guard)) {
    // Whoever was killed while replacing a lock left the guard.
    if (liveHolder(read(guard)) === undefined) rmSync(guard, { force: true });
    return false;
  }
  try {
    if (read(file) !== stale) return false;
    renameSync(draft, file);
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}

function liveHolder(text) {
  const holder = parse(text);
  return holder && beginning(holder.pid) === holder.began ? holder.pid : undefined;
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
