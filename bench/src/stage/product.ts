import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Network } from './network.ts';

const main = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const startMs = 60_000;

export interface Product {
  base: string;
  /** Its own address, from which pages send. */
  origin: string;
  /** Milliseconds from the start of the process to the first answer. */
  startedInMs: number;
  /** Resident memory in MB, now. */
  memory(): number;
  stop(): Promise<void>;
}

/** A member who is signed in. */
export interface Reader {
  number: number;
  cookie: string;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Asks until it answers; the product says by itself why it ends. */
async function firstAnswer(base: string, product: ChildProcess): Promise<void> {
  const end = performance.now() + startMs;
  while (performance.now() < end) {
    if (product.exitCode !== null) throw new Error('The product ended before it had answered.');
    const reply = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (reply?.ok) return;
    await delay(5);
  }
  throw new Error(`The product did not answer within ${startMs / 1000} seconds.`);
}

/** Starts the built server on a network as in production, but for the limits of requests. */
export async function startProduct(
  network: Network,
  { nodeArgs = [] }: { nodeArgs?: string[] } = {},
): Promise<Product> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const { PATH, HOME, TMPDIR } = process.env;
  const began = performance.now();
  const product = spawn(process.execPath, [...nodeArgs, main], {
    env: {
      PATH,
      HOME,
      TMPDIR,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: base,
      DATABASE_URL: network.url,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => product.once('exit', resolve));
  // By number, so that the name need not be looked up for each connection.
  const numbered = `http://127.0.0.1:${port}`;
  await firstAnswer(numbered, product);
  const startedInMs = performance.now() - began;
  return {
    base: numbered,
    origin: base,
    startedInMs,
    memory() {
      const status = readFileSync(`/proc/${product.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    async stop() {
      product.kill('SIGTERM');
      await ended;
    },
  };
}

/** Signs in bench-1 and those after, through the door. */
export async function signInReaders({ base, origin }: Product, count: number): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (let number = 1; number <= count; number += 1) {
    const reply = await fetch(`${base}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({
        email: `bench-${number}@example.org`,
        password: `counterpart-bench-${number}`,
      }),
    });
    const [cookie] = reply.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
    if (!reply.ok || cookie === undefined) {
      throw new Error(`bench-${number} could not sign in: ${reply.status} ${await reply.text()}`);
    }
    readers.push({ number, cookie });
  }
  return readers;
}

/** Calls the API as a reader; anything but success ends the measure. */
export async function call<T>(
  { base, origin }: Product,
  { cookie }: Reader,
  path: string,
  { method = 'GET', body }: { method?: string; body?: unknown } = {},
): Promise<T> {
  const reply = await fetch(`${base}${path}`, {
    method,
    headers: {
      cookie,
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
