// Starts the built product once for all browser tests, as npm start does, in a demo network of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const main = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const startMs = 60_000;

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the product on this machine. */
    port: number;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Resolves when the product says that it is ready; rejects with what it wrote when it ends before. */
function ready(product: ChildProcess): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The product did not start:\n${output}`)),
      startMs,
    );
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes('is ready at')) return;
      clearTimeout(timer);
      resolve();
    };
    product.stdout?.on('data', hear);
    product.stderr?.on('data', hear);
    product.once('exit', () => reject(new Error(`The product ended:\n${output}`)));
  });
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-e2e-'));
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const product = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      MODE: 'demo',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(product);
  project.provide('port', port);
  return async () => {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
