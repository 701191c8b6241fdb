import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** One `npm start` or another program of the launcher, without npm: what it says, and how it ends. */
export class Running {
  #output = '';
  #listeners = new Set();

  /**
   * @param {string} folder the checkout
   * @param {Record<string, string>} env
   * @param {{ uid?: number, args?: string[] }} more another user than this one; another program
   */
  constructor(folder, env, { uid, args = ['start.mjs'] } = {}) {
    const [program, ...rest] = args;
    this.child = spawn(process.execPath, [`packages/launch/src/${program}`, ...rest], {
      cwd: folder,
      // A group of its own, as a terminal would make, so that a test can end all of it.
      detached: true,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      uid,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (chunk) => {
        this.#output += chunk;
        for (const listener of this.#listeners) listener();
      });
    }
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  get output() {
    return this.#output;
  }

  /** Resolves when the words have been said, rejects when it ends before. */
  async said(words) {
    const heard = new Promise((resolve) => {
      const listener = () => this.#output.includes(words) && resolve(true);
      this.#listeners.add(listener);
      listener();
    });
    const ended = this.ended.then(() => this.#output.includes(words));
    if (!(await Promise.race([heard, ended]))) {
      throw new Error(`It ended without saying "${words}":\n${this.#output}`);
    }
  }

  /** Ends the launcher and everything it started except PostgreSQL, with no chance to tidy up. */
  async killAll() {
    const { pid = 0 } = this.child;
    process.kill(-pid, 'SIGKILL');
    await this.ended;
  }
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
