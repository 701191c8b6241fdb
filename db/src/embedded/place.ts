import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { type Account, accountFor } from './account.ts';
import { makeFolder } from './folder.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';

/** Where PostgreSQL's files are and who owns them. */
export interface Place {
  /** Holds `cluster/` (data and password), the log, and a copy of the programs when needed. */
  folder: string;
  account: Account | undefined;
  /** A sentence for whoever would look for the database elsewhere. */
  remark?: string;
}

/**
 * Chooses the folder for PostgreSQL's files: `dataDir` itself, except when this process is root,
 * `systemDir` is given, and no database was made here before. Then it is a folder of its own there,
 * since PostgreSQL's account may not be able to reach a checkout; `dataDir/location` names it.
 */
export async function findPlace(dataDir: string, systemDir: string | undefined): Promise<Place> {
  const isRoot = process.getuid?.() === 0;
  makeFolder(dataDir, isRoot ? 0o755 : 0o700);
  const here = realpathSync(dataDir);
  if (!isRoot) return { folder: here, account: undefined, ...remarkOn(rootsDatabase(here)) };
  const { folder, remark } =
    systemDir === undefined ? { folder: here } : await placeOfRoot(here, systemDir);
  const account = accountFor(clusterIn(folder));
  if (account) mustBeReachable(folder, account);
  return { folder, account, ...remarkOn(remark) };
}

const remarkOn = (remark: string | undefined) => (remark === undefined ? {} : { remark });

/** The folder that appears at once, complete, when a new database has been made. */
export function clusterIn(folder: string): string {
  return join(folder, 'cluster');
}

/** Where a restored network stands, complete, for the moment in which it takes the other's place. */
export function restoredIn(folder: string): string {
  return join(folder, 'cluster-restored');
}

/** The system folder that an earlier start as root chose for this data folder. */
function knownPlace(dataDir: string): string | undefined {
  const location = join(dataDir, 'location');
  return existsSync(location) ? readFileSync(location, 'utf8').trim() : undefined;
}

/** Said to a user for whom a new database will be made beside the one of root. */
function rootsDatabase(dataDir: string): string | undefined {
  const known = knownPlace(dataDir);
  if (known === undefined || existsSync(clusterIn(dataDir))) return undefined;
  if (!existsSync(clusterIn(known)) || ownerOf(known) !== dataDir) return undefined;
  return `This user gets a new database, in ${dataDir}: the one that root made for it is in ${known}, and only root can start it.`;
}

async function placeOfRoot(
  dataDir: string,
  systemDir: string,
): Promise<{ folder: string; remark?: string }> {
  const known = knownPlace(dataDir);
  if (known !== undefined && existsSync(known) && belongsTo(known, dataDir)) {
    if (!existsSync(clusterIn(dataDir))) return { folder: known };
    return {
      folder: known,
      remark: `Root uses its own database, in ${known}, and not the one of another user in ${dataDir}.`,
    };
  }
  // Made by somebody who is not root, and run as them also by root.
  if (statSync(clusterIn(dataDir), { throwIfNoEntry: false })?.uid) return { folder: dataDir };
  const name = createHash('sha256').update(dirname(dataDir)).digest('hex').slice(0, 16);
  const folder = join(systemDir, name);
  // No location but files in its place: the data folder was removed to begin anew.
  if (existsSync(clusterIn(folder))) await setAside(folder);
  makeFolder(folder, 0o755);
  writeFileSync(join(folder, 'belongs-to'), `${dataDir}\n`);
  writeFileSync(join(dataDir, 'location'), `${folder}\n`);
  return {
    folder,
    remark: `The database is kept in ${folder}, since PostgreSQL does not run as root and may not reach ${dataDir}.`,
  };
}

/** A checkout that was moved keeps its database; one that was copied gets its own. */
function belongsTo(folder: string, dataDir: string): boolean {
  const owner = ownerOf(folder) ?? dataDir;
  if (owner === dataDir) return true;
  if (existsSync(join(owner, 'location'))) return false;
  writeFileSync(join(folder, 'belongs-to'), `${dataDir}\n`);
  return true;
}

/** The data folder for which this place was made. */
function ownerOf(folder: string): string | undefined {
  const mark = join(folder, 'belongs-to');
  return existsSync(mark) ? readFileSync(mark, 'utf8').trim() : undefined;
}

async function setAside(folder: string): Promise<void> {
  const running = findPostmaster(join(clusterIn(folder), 'data'));
  if (running) await stopPostmaster(running);
  const age = Math.round(statSync(clusterIn(folder)).mtimeMs);
  renameSync(folder, `${folder}-left-${age}-${process.pid}`);
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
