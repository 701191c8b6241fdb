import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type EmbeddedDatabase, startEmbedded } from '@counterpart/db/embedded';
import postgres from 'postgres';

const commands = fileURLToPath(new URL('../../../server/dist/commands.js', import.meta.url));

export interface Size {
  members: number;
  threads: number;
  posts: number;
  largest: number;
}

/** What most measures read. */
export const usual: Size = { members: 300, threads: 2000, posts: 30_000, largest: 1000 };

export interface Places {
  largestThread: number;
  ordinaryThread: number;
  spaces: { open: number; restricted: number; private: number };
}

/** A seeded database with its own PostgreSQL. */
export interface Network {
  places: Places;
  url: string;
  /** The log that PostgreSQL writes. */
  logFile: string;
  /** Its data folder. */
  data: string;
  /** Asks as the owner. */
  owner: postgres.Sql;
  stop(): Promise<void>;
}

let version = '';
/** Of the PostgreSQL that was started last. */
export const postgresVersion = () => version;

const kept = process.env['BENCH_DIR'];

/** Made in the temporary folder and removed, unless BENCH_DIR names one to keep for the next run. */
function makeFolder(posts: number): string {
  const parent = kept ?? mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  const folder = join(parent, `${posts}-posts`);
  mkdirSync(folder, { recursive: true });
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  for (const one of [parent, folder]) chmodSync(one, 0o755);
  return folder;
}

function seed(folder: string, size: Size): Places {
  const file = join(folder, 'places.json');
  if (!existsSync(file)) {
    const numbers = Object.entries({ ...size, seed: 1 }).flatMap(([name, value]) => [
      `--${name}`,
      String(value),
    ]);
    const { PATH, HOME, TMPDIR } = process.env;
    const places = execFileSync(process.execPath, [commands, 'bench:seed', ...numbers], {
      env: { PATH, HOME, TMPDIR, DATA_DIR: folder },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    writeFileSync(file, places);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function open(folder: string): Promise<EmbeddedDatabase & { owner: postgres.Sql }> {
  const database = await startEmbedded({ dataDir: folder });
  const owner = postgres(database.url, { max: 1, onnotice: () => undefined });
  const [row] = await owner<
    { version: string }[]
  >`select current_setting('server_version') as version`;
  version = row?.version ?? '';
  return { ...database, owner };
}

/** Seeds a network of this size and starts its PostgreSQL, with settings as in production. */
export async function openNetwork(size: Size = usual): Promise<Network> {
  const folder = makeFolder(size.posts);
  const places = seed(folder, size);
  const { url, owner, stop, folder: place } = await open(folder);
  return {
    places,
    url,
    owner,
    logFile: join(place, 'postgresql.log'),
    data: join(place, 'cluster', 'data'),
    async stop() {
      await owner.end();
      await stop();
      if (kept === undefined) rmSync(join(folder, '..'), { recursive: true, force: true });
    },
  };
}

/**
 * Changes settings of PostgreSQL while it runs; an empty list takes all back. In its file, since the
 * owner of the database may not.
 */
export async function setPostgres(
  { data, owner }: Network,
  settings: Record<string, string>,
): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''));
  const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGHUP');
  // Each process of PostgreSQL reads them before its next statement, and the first of them first.
  await delay(300);
  await owner`select`;
}
