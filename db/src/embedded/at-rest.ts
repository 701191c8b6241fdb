import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '../embedded.ts';
import { StartError } from '../start-error.ts';
import { type Account, giveTo } from './account.ts';
import { findBinaries } from './binaries.ts';
import { clearUp, mustBeVersion } from './cluster.ts';
import { clusterIn, findPlace, type Place, restoredIn } from './place.ts';
import { findPostmaster } from './postmaster.ts';

export interface RestOptions {
  dataDir: string;
  systemDir?: string | undefined;
}

/** An embedded network that nobody uses: its files are complete and may be copied. */
export interface RestingNetwork {
  /** Holds `data` and `password`. */
  cluster: string;
  /** The major version of PostgreSQL that wrote it. */
  major: number;
  /** Does the copying; refuses what it gave when somebody has used the network since: it may be torn. */
  copy<T>(work: () => Promise<T>): Promise<T>;
}

export interface PlaceOptions extends RestOptions {
  /** Also where a network is; that one is put aside. */
  replace: boolean;
  /** Names what is put aside. */
  stamp: string;
}

/**
 * Brings the embedded network of this data folder to rest, also after a crash: PostgreSQL is started
 * once, so that it recovers, and stopped in order. `ask` may look at the database meanwhile. Refuses
 * while a server uses it, and where there is none.
 */
export async function restEmbedded(
  options: RestOptions,
  ask: (url: string) => Promise<void> = () => Promise.resolve(),
): Promise<RestingNetwork> {
  const place = existsSync(options.dataDir)
    ? await findPlace(options.dataDir, options.systemDir)
    : undefined;
  if (place) await clearUp(place.folder);
  if (place === undefined || !existsSync(clusterIn(place.folder))) {
    throw new StartError(
      `There is no network in ${place?.folder ?? options.dataDir}. Set DATA_DIR to the folder of the ` +
        'network, or DATABASE_URL to its database.',
    );
  }
  const { url, stop } = await startEmbedded({ ...options, handOverMs: 3_000 });
  try {
    await ask(url);
  } finally {
    await stop();
  }
  const cluster = clusterIn(place.folder);
  const before = controlOf(cluster);
  return {
    cluster,
    major: Number(readFileSync(join(cluster, 'data', 'PG_VERSION'), 'utf8')),
    async copy(work) {
      try {
        return await work();
      } finally {
        // Also when it failed: files that come and go under a server are why.
        mustBeUntouched(place.folder, before);
      }
    },
  };
}

/**
 * Puts a network into this data folder: `fill` writes `data` and `password` into an empty folder
 * beside, which takes the place of the network only when complete. Gives where the network is, and
 * where the one before was put.
 */
export async function placeNetwork(
  options: PlaceOptions,
  fill: (folder: string) => Promise<void>,
): Promise<{ folder: string; replaced: string | undefined }> {
  const place = await findPlace(options.dataDir, options.systemDir);
  await clearUp(place.folder);
  const { major } = findBinaries(place.folder, place.account);
  await mustBeFree(place, options);
  const draft = join(
    place.folder,
    `cluster-draft-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  mkdirSync(draft, { mode: 0o700 });
  try {
    await fill(draft);
    mustBeVersion(join(draft, 'data'), major);
    handOver(place.account, draft);
    await mustBeFree(place, options);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return { folder: place.folder, replaced: await swap(place, draft, options.stamp) };
}

async function mustBeFree(place: Place, options: PlaceOptions): Promise<void> {
  const cluster = clusterIn(place.folder);
  if (!existsSync(cluster)) return;
  if (!options.replace) {
    throw new StartError(
      `There is a network in ${place.folder} already. Choose another DATA_DIR, or say --replace: ` +
        'the one that is there is then put aside, not removed.',
    );
  }
  // One that does not start any more can be replaced too, so it is started only when it runs.
  if (isServed(cluster)) await restEmbedded(options);
}

/** A kill between the renames leaves a complete network, which whoever looks next puts in its place. */
async function swap(place: Place, draft: string, stamp: string): Promise<string | undefined> {
  const [cluster, restored] = [clusterIn(place.folder), restoredIn(place.folder)];
  renameSync(draft, restored);
  const replaced = join(place.folder, `cluster-replaced-${stamp}`);
  const wasThere = existsSync(cluster);
  if (wasThere) renameSync(cluster, replaced);
  renameSync(restored, cluster);
  return wasThere ? replaced : undefined;
}

/** PostgreSQL takes only a folder that is its own and closed to others. */
function handOver(account: Account | undefined, folder: string): void {
  chmodSync(folder, 0o700);
  giveTo(account, folder);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    // A link has no mode of its own: what it leads to would get it.
    if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() ? 0o700 : 0o600);
    giveTo(account, path);
  }
}

function mustBeUntouched(folder: string, before: Buffer): void {
  const cluster = clusterIn(folder);
  if (!isServed(cluster) && controlOf(cluster).equals(before)) return;
  throw new StartError(
    `The network in ${folder} was started while it was being copied. Stop it, then start again.`,
  );
}

function isServed(cluster: string): boolean {
  return findPostmaster(join(cluster, 'data')) !== undefined;
}

/** Changes with every start and every stop. */
function controlOf(cluster: string): Buffer {
  return readFileSync(join(cluster, 'data', 'global', 'pg_control'));
}
