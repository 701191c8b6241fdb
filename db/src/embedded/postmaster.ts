import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { commandLine } from './process.ts';

/** A PostgreSQL that is alive and serves one data folder. */
export interface Postmaster {
  pid: number;
  /** 0 while it has not yet said on which port it listens. */
  port: number;
  ready: boolean;
  dataDir: string;
}

/** The PostgreSQL that serves `dataDir`, if one is alive, whoever started it. */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const lines = pidFile(dataDir);
  const pid = Number(lines?.[0]);
  if (!lines || !isPostmaster(pid, dataDir)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready', dataDir };
}

/**
 * PostgreSQL clears a pid file whose process is gone, but refuses when the number now belongs to
 * another process (likely in a container, where numbers start again). The file stays, because the rest
 * of it guards shared memory; only the number is changed to one that no process has.
 */
export function disownPidFile(dataDir: string): void {
  const lines = pidFile(dataDir);
  const pid = Number(lines?.[0]);
  if (!lines || commandLine(pid) === '' || isPostmaster(pid, dataDir)) return;
  const noProcess = 2 ** 31 - 1;
  writeFileSync(join(dataDir, 'postmaster.pid'), [noProcess, ...lines.slice(1)].join('\n'));
}

/** Stops it, letting no transaction finish but losing none that was committed. Waits at most 10 s. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  const { pid, dataDir } = postmaster;
  for (const [signal, patience] of [
    ['SIGINT', 7_500],
    ['SIGQUIT', 2_500],
  ] as const) {
    if (!isPostmaster(pid, dataDir)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isPostmaster(pid, dataDir), patience)) return;
  }
  throw new StartError(`PostgreSQL (process ${pid}) does not stop. End it with "kill -9 ${pid}".`);
}

/** Looks every 20 ms until `done` says yes, at most `timeoutMs`; tells whether it did. */
export async function waitUntil(done: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (!done()) {
    if (performance.now() > end) return false;
    await delay(20);
  }
  return true;
}

function pidFile(dataDir: string): string[] | undefined {
  const file = join(dataDir, 'postmaster.pid');
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

function isPostmaster(pid: number, dataDir: string): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(dataDir);
}
