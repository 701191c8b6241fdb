import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { clusterIn } from '../embedded/place.ts';
import { findPostmaster, stopPostmaster } from '../embedded/postmaster.ts';
import { isAlive } from '../embedded/process.ts';
import { startEmbedded } from '../embedded.ts';
import { migrate, migrationsFolder } from '../migrate.ts';

const PREFIX = 'counterpart-test-';
const TEMPLATE = 'counterpart_template';

/** A PostgreSQL for tests, with a migrated template to copy. */
export interface TestCluster {
  /** Address for its owner; tests copy `template` from here. */
  url: string;
  template: string;
  stop: () => Promise<void>;
}

/** Starts a cluster in a folder of its own that no crash needs to survive, and migrates the template. */
export async function startTestCluster(): Promise<TestCluster> {
  await sweep();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const database = await startEmbedded({ dataDir: folder, durable: false });
  const stop = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(database.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: database.url, template: TEMPLATE, stop };
}

async function makeTemplate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(`create database ${TEMPLATE}`);
  await sql.end();
  const template = new URL(url);
  template.pathname = TEMPLATE;
  await migrate(template.href, migrationsFolder());
}

/** Stops and removes the clusters of test runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid) || statSync(folder).uid !== process.getuid?.()) continue;
    const dataDir = join(clusterIn(folder), 'data');
    const running = existsSync(dataDir) ? findPostmaster(dataDir) : undefined;
    if (running) await stopPostmaster(running);
    await rm(folder, { recursive: true, force: true });
  }
}
