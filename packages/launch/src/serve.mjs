import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { say } from './say.mjs';

/** The server's own word for "trying again does not help"; it has said why. */
const REFUSED = 2;
/** The server gives itself ten seconds to stop. */
const STOP_MS = 15_000;
const CRASHES = { most: 5, withinMs: 10 * 60_000 };

/**
 * Runs the built server in the foreground until it is told to stop. One that falls after it was ready
 * is started again at once, unless it keeps falling.
 * @returns {Promise<number>} the exit code for the launcher
 */
export async function serve() {
  let stopping = false;
  let child;
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    child?.kill(signal);
    setTimeout(() => child?.kill('SIGKILL'), STOP_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  watchParent(() => stop('SIGTERM'));
  const crashes = [];
  for (;;) {
    child = launch();
    const { code, signal, ready } = await ended(child);
    if (stopping || code === 0) return code ?? 1;
    if (code === REFUSED || !ready) return 1;
    crashes.push(Date.now());
    if (crashes.filter((at) => at > Date.now() - CRASHES.withinMs).length > CRASHES.most) {
      say('The server keeps falling and was not started again. Its last words are above.');
      return 1;
    }
    say(`The server fell (${signal ?? `exit code ${code}`}) and is started again …`);
  }
}

function launch() {
  return spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'server', 'dist', 'main.js')],
    {
      cwd: root,
      // The channel tells the server when this process is gone, however it went.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
}

function ended(child) {
  return new Promise((resolve) => {
    let ready = false;
    child.on('message', (message) => {
      ready ||= message === 'ready';
    });
    child.once('exit', (code, signal) => resolve({ code, signal, ready }));
  });
}

/** npm that is killed outright takes nobody with it; then nobody is left to stop us. */
function watchParent(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = parentsUpToNpm();
  setInterval(() => parentsUpToNpm() !== parents && gone(), 500).unref();
}

/** npm is our parent, or the parent of the shell it runs scripts with. */
function parentsUpToNpm() {
  const { ppid } = process;
  try {
    if (!readFileSync(`/proc/${ppid}/cmdline`, 'utf8').startsWith('sh\0-c')) return `${ppid}`;
    return `${ppid} ${/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${ppid}/status`, 'utf8'))?.[1]}`;
  } catch {
    return `${ppid}`;
  }
}
