import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { StartError } from '@counterpart/db';

/** The files of a folder by their path with forward slashes, and the SHA-256 of each. */
export type Sums = Map<string, string>;

/** Every file and every empty folder below `home`, by its path from there, in one order everywhere. */
export function listFolder(home: string): { files: string[]; emptyFolders: string[] } {
  const entries = readdirSync(home, { withFileTypes: true, recursive: true });
  const pathOf = (entry: Dirent) =>
    relative(home, join(entry.parentPath, entry.name)).split(sep).join('/');
  const odd = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (odd !== undefined) {
    throw new StartError(
      `${join(odd.parentPath, odd.name)} is neither a file nor a folder and cannot be copied. Remove it.`,
    );
  }
  const full = new Set(entries.map((entry) => entry.parentPath));
  const isEmpty = (entry: Dirent) =>
    entry.isDirectory() && !full.has(join(entry.parentPath, entry.name));
  return {
    files: entries
      .filter((entry) => entry.isFile())
      .map(pathOf)
      .toSorted(),
    emptyFolders: entries.filter(isEmpty).map(pathOf).toSorted(),
  };
}

/** Copies one file, forces it to the disk, and gives the SHA-256 of what was read. */
export async function copyFile(from: string, to: string): Promise<string> {
  mkdirSync(join(to, '..'), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const target = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of createReadStream(from)) {
      hash.update(chunk as Buffer);
      await target.writeFile(chunk as Buffer);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return hash.digest('hex');
}

/** The SHA-256 of every file below `home`. */
export async function sumFolder(home: string): Promise<Sums> {
  const sums: Sums = new Map();
  for (const file of listFolder(home).files) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(join(home, file))) hash.update(chunk as Buffer);
    sums.set(file, hash.digest('hex'));
  }
  return sums;
}
