// Starts the built product once for all browser tests, as npm start does, in a demo network of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { type BrowserPlace, findBrowser } from './browser.ts';
import { makeFolder, sweepLeftovers } from './leftovers.ts';

const main = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const startMs = 60_000;

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the product on this machine. */
    port: number;
    browser: BrowserPlace;
  }
}

export interface Product {
  port: number;
  pid: number | undefined;
  folder: string;
  stop(): Promise<void>;
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

/** Starts one with these settings and no others: what somebody has exported in the shell is not for tests. */
export async function startProduct(settings: Record<string, string>): Promise<Product> {
  const folder = makeFolder();
  const port = await freePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const product = spawn(process.execPath, [main], {
    env: {
      PATH,
      HOME,
      TMPDIR,
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      ...settings,
    },
    // By the channel it hears that this process is gone, however it went, and stops.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise((resolve) => product.once('exit', resolve));
  const stop = async () => {
    product.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(product);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, pid: product.pid, folder, stop };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepLeftovers();
  project.provide('browser', await findBrowser());
  const product = await startProduct({ MODE: 'demo', RATE_LIMITS: 'off' });
  project.provide('port', product.port);
  return product.stop;
}
