import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ownFile, root } from './places.mjs';
import { beginning } from './process-id.mjs';

/**
 * Runs a program to its end and gives its exit code and output. It runs in a group of its own whose
 * number is written down, so that what a killed start left running is ended by the next.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to the environment
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runStep(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    const interrupted = (signal) => {
      endGroup(child.pid, signal);
      process.exit(130);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, interrupted);
    const done = (code) => {
      for (const signal of signals) process.off(signal, interrupted);
      rmSync(ownFile('step'), { force: true });
      resolve({ code, output: Buffer.concat(chunks).toString() });
    };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => {
      chunks.push(Buffer.from(error.message));
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
    if (child.pid) {
      writeFileSync(
        ownFile('step'),
        JSON.stringify({ pid: child.pid, began: beginning(child.pid) }),
      );
    }
  });
}

/** Ends the install or build that a killed start left behind: it would write beside ours. */
export function endLeftStep() {
  try {
    const { pid, began } = JSON.parse(readFileSync(ownFile('step'), 'utf8'));
    if (beginning(pid) === began) endGroup(pid, 'SIGKILL');
  } catch {
    // None was left, or its note is half-written: then it had not begun.
  }
}

function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
