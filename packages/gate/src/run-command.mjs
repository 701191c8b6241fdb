import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './sources.mjs';

/** No step may hold up the gate for longer than the whole of it should take. */
const DEADLINE_MS = 10 * 60_000;
const running = new Set();

/**
 * Runs a program of node_modules to its end.
 * @param {string} name as in node_modules/.bin
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to the environment
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCommand(name, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', name), args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const chunks = [];
    const add = (chunk) => chunks.push(Buffer.from(chunk));
    const deadline = setTimeout(() => {
      add(`\n${name} was ended after ${DEADLINE_MS / 60_000} minutes.\n`);
      child.kill('SIGTERM');
    }, DEADLINE_MS);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', add);
    child.once('error', (error) => add(`${error.message}\n`));
    child.once('close', (code) => {
      clearTimeout(deadline);
      running.delete(child);
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() });
    });
  });
}

/** Passes a signal on to everything that runs. */
export function endAll(signal) {
  for (const child of running) child.kill(signal);
}
