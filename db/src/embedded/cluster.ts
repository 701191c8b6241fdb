import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import { clusterIn, type Place, restoredIn } from './place.ts';
import { isAlive } from './process.ts';
import { runProgram } from './run-program.ts';

/** A database cluster on disk. */
export interface Cluster {
  dataDir: string;
  /** The password of both roles, `postgres` and `counterpart`. */
  password: string;
}

const INITDB_MS = 120_000;

/**
 * Gives the cluster of this place and makes it first when there is none. It is made under another name
 * and renamed when complete, so that a start killed half-way leaves nothing that looks like a database.
 */
export async function openCluster(
  place: Place,
  binaries: Binaries,
  durable: boolean,
): Promise<Cluster> {
  const folder = clusterIn(place.folder);
  await clearUp(place.folder);
  if (!existsSync(folder)) await createCluster(place, binaries, durable);
  const dataDir = join(folder, 'data');
  mustBeVersion(dataDir, binaries.major);
  return { dataDir, password: readFileSync(join(folder, 'password'), 'utf8').trim() };
}

/** Finishes or removes what a killed start or restore left; whoever looks for a network here does it first. */
export async function clearUp(folder: string): Promise<void> {
  await removeDrafts(folder);
  const restored = restoredIn(folder);
  if (!existsSync(restored)) return;
  // Killed before the old network was put aside, that one stays; after, the new one takes its name.
  if (existsSync(clusterIn(folder))) await rm(restored, { recursive: true, force: true });
  else renameSync(restored, clusterIn(folder));
}

async function createCluster(place: Place, binaries: Binaries, durable: boolean): Promise<void> {
  const draft = join(
    place.folder,
    `cluster-draft-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  const password = join(draft, 'password');
  await mkdir(draft, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveTo(place.account, draft);
  giveTo(place.account, password);
  const args = ['-D', join(draft, 'data'), '-U', 'postgres', `--pwfile=${password}`];
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8');
  args.push('--locale-provider=icu', '--icu-locale=und');
  if (!durable) args.push('--no-sync');
  const made = await runProgram(binaries.initdb, args, {
    account: place.account,
    timeoutMs: INITDB_MS,
  });
  if (!made.ok) {
    await rm(draft, { recursive: true, force: true });
    throw new StartError(
      `The embedded PostgreSQL could not make its database in ${place.folder}. Its last words:\n` +
        `${made.output.split('\n').slice(-6).join('\n')}\n` +
        'Make room or mend what it names, then start again.',
    );
  }
  try {
    renameSync(draft, clusterIn(place.folder));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(clusterIn(place.folder))) throw error;
  }
}

/** Removes what a killed start left half-made. Drafts of a process that lives are left alone. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^(?:cluster|native)-draft-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid === 0 || (pid !== process.pid && isAlive(pid))) continue;
    // An initdb that outlived its parent may still write; what it leaves goes at the next start.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(
      () => undefined,
    );
  }
}

/** Refuses data of another major version of PostgreSQL, which this one cannot read. */
export function mustBeVersion(dataDir: string, major: number): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (Number(found) === major) return;
  throw new StartError(
    `The data in ${dataDir} was written by PostgreSQL ${found}, and this program brings PostgreSQL ${major}. ` +
      'Start it with the version of Counterpart that wrote it, or choose an empty DATA_DIR. ' +
      'docs/operating.md says how to take the network along.',
  );
}
