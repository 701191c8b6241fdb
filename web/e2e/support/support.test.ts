// What a machine may bring along: no browser and no libraries, settings in the shell, runs that were killed.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserEnv, openBrowser } from './browser.ts';
import { sweepLeftovers } from './leftovers.ts';
import { unpackBrowser } from './packaged-browser.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpart-browser-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.runIf(process.platform === 'linux')(
  'the packaged browser is unpacked where only this user writes, and brings its libraries',
  async () => {
    const places = await Promise.all([unpackBrowser(folder), unpackBrowser(folder)]);
    const [place] = places;
    expect(places[1]).toEqual(place);
    expect(place.executable.startsWith(folder)).toBe(true);
    const { stdout } = await promisify(execFile)('ldd', [place.executable], {
      env: browserEnv(place),
    });
    expect(stdout).not.toContain('not found');
    for (const name of ['libnss3.so', 'libnspr4.so', 'libnssutil3.so'])
      expect(stdout).toContain(`${name} => ${place.libraries}/${name}`);
    expect(existsSync(place.fonts ?? '')).toBe(true);
    const browser = await openBrowser(place);
    expect(browser.version()).toMatch(/^\d+\./);
    await browser.close();
  },
);

interface Started {
  pid: number;
  port: number;
  folder: string;
}

/** A run of its own that has started the product, in a shell with settings that would break it. */
async function aRun() {
  const program = `const { startProduct } = await import('${new URL('./product.ts', import.meta.url).href}');
    process.send(await startProduct({ MODE: 'live' })); setInterval(() => {}, 60_000);`;
  const run = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    env: { ...process.env, DATABASE_URL: 'postgres://me@127.0.0.1:1/other', PORT: '1', MODE: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [product]: Started[] = (await once(run, 'message')) as never;
  if (product === undefined) throw new Error('The run has started nothing.');
  const postgres = Number.parseInt(
    readFileSync(join(product.folder, 'cluster/data/postmaster.pid'), 'utf8'),
    10,
  );
  const kill = async () => {
    const ended = once(run, 'exit');
    run.kill('SIGKILL');
    await ended;
  };
  return { ...product, postgres, kill };
}

const isRunning = (pid: number) =>
  existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';

test.runIf(process.platform === 'linux')(
  'a run that is killed takes product and database with it',
  async () => {
    const run = await aRun();
    expect(isRunning(run.pid) && isRunning(run.postgres)).toBe(true);
    await run.kill();
    await expect
      .poll(() => isRunning(run.pid) || isRunning(run.postgres), { timeout: 15_000 })
      .toBe(false);
    await sweepLeftovers();
    expect(existsSync(run.folder)).toBe(false);
  },
);

test.runIf(process.platform === 'linux')(
  'what is left when all of it is killed is swept by the next',
  async () => {
    const run = await aRun();
    process.kill(run.pid, 'SIGKILL');
    await run.kill();
    expect(isRunning(run.postgres)).toBe(true);
    await sweepLeftovers();
    expect(isRunning(run.postgres)).toBe(false);
    expect(existsSync(run.folder)).toBe(false);
  },
);
