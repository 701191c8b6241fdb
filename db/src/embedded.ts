import { setTimeout as delay } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { openCluster } from './embedded/cluster.ts';
import { type Keeper, openKeeper } from './embedded/keeper.ts';
import { type Launch, lastWords, runPostmaster } from './embedded/launch.ts';
import { findPlace } from './embedded/place.ts';
import { findPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import { watchPostmaster } from './embedded/watch.ts';
import { StartError } from './start-error.ts';

export interface EmbeddedOptions {
  /** Where the data is kept; made when missing. */
  dataDir: string;
  /** When root: the system folder under which PostgreSQL's files go instead of `dataDir`. */
  systemDir?: string | undefined;
  /** False for tests: nothing is forced to the disk, and a power cut may lose the database. */
  durable?: boolean;
  /** True for a command that works beside a running server: use its database, never stop it. */
  beside?: boolean;
  /** How long a server that is just stopping may take before its successor gives up; 15 s. */
  handOverMs?: number;
  /** Told in a sentence where an unexpected place is, and when PostgreSQL had to be started again in use. */
  notify?: (sentence: string) => void;
}

export interface EmbeddedDatabase {
  /** Address of the database, as its owner. */
  url: string;
  /** Where its files are. */
  folder: string;
  /** Stops PostgreSQL, or only lets go of it when another process holds it. At most 10 s. */
  stop: () => Promise<void>;
}

const LEAN = { jit: 'off', log_checkpoints: 'off', timezone: 'UTC', log_timezone: 'UTC' };
const LOCAL = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the PostgreSQL that comes with the program, or takes over the one a killed process left
 * running, and starts it again whenever it ends by itself. Gives its address once it answers.
 * Refuses with a StartError that says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const durable = options.durable ?? true;
  const place = await findPlace(options.dataDir, options.systemDir);
  if (place.remark !== undefined) options.notify?.(place.remark);
  const binaries = findBinaries(place.folder, place.account);
  const { dataDir, password } = await openCluster(place, binaries, durable);
  const settings = { ...LEAN, ...LOCAL, ...(durable ? { max_connections: '100' } : CARELESS) };
  const launch = { place, binaries, dataDir, settings };
  let keeper = await hold(launch, password, options);
  const { url } = keeper;
  if (!keeper.claimed) return { url, folder: place.folder, stop: () => keeper.end() };

  const revive = async () => {
    try {
      // The same port, since its address has been given away.
      await runPostmaster({ ...launch, port: Number(new URL(url).port) });
      await keeper.end();
      keeper = await openKeeper(Number(new URL(url).port), password);
      options.notify?.('The embedded PostgreSQL had ended and was started again.');
    } catch (error) {
      options.notify?.(error instanceof Error ? error.message : String(error));
    }
  };
  const endWatch = watchPostmaster(dataDir, revive);
  const stop = async () => {
    await endWatch();
    await keeper.end();
    const postmaster = findPostmaster(dataDir);
    if (postmaster) await stopPostmaster(postmaster);
  };
  return { url, folder: place.folder, stop };
}

/** Runs and claims it. What a stopping predecessor still holds is waited for. */
async function hold(
  launch: Launch,
  password: string,
  { beside = false, handOverMs = 15_000 }: EmbeddedOptions,
): Promise<Keeper> {
  const end = performance.now() + handOverMs;
  for (;;) {
    const { port } = await runPostmaster(launch);
    const keeper = await openKeeper(port, password).catch((error: Error) => error);
    const late = performance.now() > end;
    if (keeper instanceof Error) {
      // It may have been stopping when it was found.
      if (late) throw unanswered(keeper, launch);
    } else {
      if (keeper.claimed || beside) return keeper;
      await keeper.end();
      if (late) throw inUse(keeper, launch);
    }
    await delay(200);
  }
}

function unanswered(error: Error, launch: Launch): StartError {
  return new StartError(
    `The embedded PostgreSQL in ${launch.place.folder} does not let us in: ${error.message}. ` +
      `Its last words:\n${lastWords(launch.place)}\nMend what it names, then start again.`,
  );
}

function inUse(keeper: Keeper, launch: Launch): StartError {
  const who = keeper.heldBy === undefined ? 'another process' : `process ${keeper.heldBy}`;
  return new StartError(
    `The database in ${launch.place.folder} is already in use by ${who}. ` +
      'Stop that one first, or choose another DATA_DIR.',
  );
}
