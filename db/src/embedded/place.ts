import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { type Account, accountFor } from './account.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';

/** Where PostgreSQL's files are and who owns them. */
export interface Place {
  /** Holds `cluster/` (data and password), the log, and a copy of the programs when needed. */
  folder: string;
  account: Account | undefined;
}

/**
 * Chooses the folder for PostgreSQL's files: `dataDir` itself, except when this process is root and
 * `systemDir` is given. Then it is a folder of its own there, since PostgreSQL's account may not be
 * able to reach a checkout; `dataDir/location` names it.
 */
export async function findPlace(dataDir: string, systemDir: string | undefined): Promise<Place> {
  const account = accountFor();
  makeFolder(dataDir, account === undefined ? 0o700 : 0o755);
  const here = realpathSync(dataDir);
  if (!account) return { folder: here, account };
  const folder = systemDir === undefined ? here : await systemPlace(here, systemDir);
  mustBeReachable(folder, account);
  return { folder, account: accountFor(clusterIn(folder)) };
}

/** The folder that appears at once, complete, when a new database has been made. */
export function clusterIn(folder: string): string {
  return join(folder, 'cluster');
}

async function systemPlace(dataDir: string, systemDir: string): Promise<string> {
  const location = join(dataDir, 'location');
  const known = existsSync(location) ? readFileSync(location, 'utf8').trim() : undefined;
  if (known !== undefined && existsSync(known) && belongsTo(known, dataDir)) return known;
  const name = createHash('sha256').update(dirname(dataDir)).digest('hex').slice(0, 16);
  const folder = join(systemDir, name);
  // No location but files in its place: the data folder was removed to begin anew.
  if (existsSync(clusterIn(folder))) await setAside(folder);
  makeFolder(folder, 0o755);
  writeFileSync(join(folder, 'belongs-to'), `${dataDir}\n`);
  writeFileSync(location, `${folder}\n`);
  return folder;
}

/** A checkout that was moved keeps its database; one that was copied gets its own. */
function belongsTo(folder: string, dataDir: string): boolean {
  const mark = join(folder, 'belongs-to');
  const owner = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : dataDir;
  if (owner === dataDir) return true;
  if (existsSync(join(owner, 'location'))) return false;
  writeFileSync(mark, `${dataDir}\n`);
  return true;
}

async function setAside(folder: string): Promise<void> {
  const running = findPostmaster(join(clusterIn(folder), 'data'));
  if (running) await stopPostmaster(running);
  const age = Math.round(statSync(clusterIn(folder)).mtimeMs);
  renameSync(folder, `${folder}-left-${age}-${process.pid}`);
}

function makeFolder(path: string, mode: number): void {
  const first = mkdirSync(path, { recursive: true, mode });
  if (first === undefined) return;
  // The umask may have narrowed what was asked for; only folders made just now are touched.
  for (let made = resolve(path); made.length >= first.length; made = dirname(made))
    chmodSync(made, mode);
}

function mustBeReachable(folder: string, account: Account): void {
  for (let step = resolve(folder); ; step = dirname(step)) {
    const { mode, uid, gid } = statSync(step);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) {
      throw new StartError(
        `PostgreSQL does not run as root, and its account (uid ${account.uid}) cannot enter ${step}. ` +
          `Choose another DATA_DIR, or run "chmod o+x ${step}".`,
      );
    }
    if (step === dirname(step)) return;
  }
}
