// A run that is killed outright leaves its folder in the temporary folder, and PostgreSQL running in it.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const prefix = 'counterpart-e2e-';
const patienceMs = 10_000;

/** A folder for the data of one product, which names the process that answers for it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  return folder;
}

/** Ends and removes what runs have left whose process is gone. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid) || statSync(folder).uid !== process.getuid?.()) continue;
    await endPostgres(join(folder, 'cluster', 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function endPostgres(dataDir: string): Promise<void> {
  const pid = Number.parseInt(read(join(dataDir, 'postmaster.pid')), 10);
  const isOurs = () => read(`/proc/${pid}/cmdline`).includes(dataDir);
  if (!isOurs()) return;
  process.kill(pid, 'SIGINT');
  for (const end = performance.now() + patienceMs; isOurs(); await delay(20)) {
    if (performance.now() > end) throw new Error(`PostgreSQL (process ${pid}) does not end.`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
