import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { disownPidFile, findPostmaster, type Postmaster, waitUntil } from './postmaster.ts';
import { plainEnv } from './run-program.ts';

/** Recovery after a crash replays the log and may take this long on a large database. */
const READY_MS = 120_000;
/** How long the remains of a killed PostgreSQL (its children, its shared memory) may take to go. */
const RETRY_MS = 10_000;
const LOG_LIMIT = 4_000_000;

export interface Launch {
  place: Place;
  binaries: Binaries;
  dataDir: string;
  /** Server settings, name to value. */
  settings: Record<string, string>;
  /** Listen here and nowhere else; undefined: on any free port. */
  port?: number | undefined;
}

/** Gives the running PostgreSQL of this data folder, started by whomever, or starts one. */
export async function runPostmaster(launch: Launch): Promise<Postmaster> {
  const retryUntil = performance.now() + RETRY_MS;
  let port = launch.port ?? (await freePort());
  for (;;) {
    const running = findPostmaster(launch.dataDir);
    if (running) return await ready(launch, () => findPostmaster(launch.dataDir));
    disownPidFile(launch.dataDir);
    const attempt = start(launch, port);
    const postmaster = await ready(launch, attempt.look).catch((error: StartError) => error);
    if (!(postmaster instanceof StartError)) return postmaster;
    const words = attempt.words();
    if (/could not (bind|create any TCP)/.test(words)) port = launch.port ?? (await freePort());
    else if (!/already exists|still in use/.test(words)) throw postmaster;
    if (performance.now() > retryUntil) throw postmaster;
    await delay(200);
  }
}

/** The last lines of PostgreSQL's own log, for messages. */
export function lastWords(place: Place): string {
  return readLog(place).trimEnd().split('\n').slice(-8).join('\n');
}

async function ready(launch: Launch, look: () => Postmaster | undefined): Promise<Postmaster> {
  let seen: Postmaster | undefined;
  const settled = await waitUntil(() => {
    seen = look();
    return seen === undefined || seen.ready;
  }, READY_MS);
  if (seen?.ready) return seen;
  const why = settled ? 'did not start' : `was not ready within ${READY_MS / 1000} seconds`;
  throw new StartError(
    `The embedded PostgreSQL ${why}. Its last words, from ${logFile(launch.place)}:\n` +
      `${lastWords(launch.place)}\nMend what it names, then start again.`,
  );
}

/** Starts it in a group of its own, so that Ctrl-C reaches only this process, which then stops it in order. */
function start({ place, binaries, dataDir, settings }: Launch, port: number) {
  const file = logFile(place);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  giveTo(place.account, file);
  const from = statSync(file).size;
  const args = ['-D', dataDir, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const child = spawn(binaries.postgres, args, {
    cwd: '/',
    detached: true,
    env: plainEnv(),
    stdio: ['ignore', log, log],
    ...place.account,
  });
  closeSync(log);
  let failed = false;
  child.once('error', () => (failed = true));
  child.unref();
  const gone = () => failed || child.exitCode !== null || child.signalCode !== null;
  const starting: Postmaster = { pid: child.pid ?? 0, port, ready: false, dataDir };
  return {
    look: () => (gone() ? undefined : (findPostmaster(dataDir) ?? starting)),
    words: () => readLog(place).slice(from),
  };
}

function logFile(place: Place): string {
  return join(place.folder, 'postgresql.log');
}

function readLog(place: Place): string {
  try {
    return readFileSync(logFile(place), 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
