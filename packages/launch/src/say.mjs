// What the launcher tells the person at the keyboard: short sentences, on one stream.
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './places.mjs';

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** A reason to stop that the person can mend; printed without a stack. */
export class Refusal extends Error {}

/**
 * Runs the whole of a program and turns a refusal into a sentence and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function program(work) {
  try {
    await work();
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : aboutFiles(error);
    process.stderr.write(`${sentence ?? error.stack}\n`);
    process.exit(1);
  }
}

/** A file or folder that this user or this disk does not give us. */
function aboutFiles({ code, path }) {
  if (path === undefined) return undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return (
        `This user may not write ${path}, which belongs to ${ownerOf(path)}. Start as that user, or ` +
        `take the folder over: sudo chown -R "$(id -u)" ${root}`
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is a file, where a folder is needed. Move it away, then start again.`;
    case 'EROFS':
      return `${path} is on a disk that takes no changes. Copy the folder to another one.`;
    case 'ENOSPC':
      return `The disk is full, at ${path}. Make room, then start again.`;
    default:
      return undefined;
  }
}

/** Of the path, or of the nearest folder above it that is there and may be looked at. */
function ownerOf(path) {
  try {
    const { uid } = statSync(path);
    return uid === 0 ? 'root' : `user ${uid}`;
  } catch {
    return ownerOf(dirname(path));
  }
}
