import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '../embedded.ts';
import { placeNetwork, type RestingNetwork, restEmbedded } from './at-rest.ts';
import { findPostmaster } from './postmaster.ts';

let home: string;
let dataDir: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'counterpart-rest-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
  const { stop } = await startEmbedded({ dataDir, durable: false });
  await stop();
});

afterAll(() => rmSync(home, { recursive: true }));

const clusters = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('cluster'));

async function rest(): Promise<RestingNetwork> {
  const resting = await restEmbedded({ dataDir });
  expect(findPostmaster(join(dataDir, 'cluster', 'data'))).toBeUndefined();
  return resting;
}

/** The data folder of a copy of the network. */
async function aCopy(name: string): Promise<string> {
  const { cluster } = await rest();
  const options = { dataDir: join(home, name), replace: false, stamp: 'then' };
  const fill = async (folder: string) => cpSync(cluster, folder, { recursive: true });
  return (await placeNetwork(options, fill)).folder;
}

test('a copy counts only when nobody has used the network meanwhile, running or stopped again', async () => {
  const resting = await rest();
  expect(resting.major).toBe(18);
  expect(await resting.copy(() => Promise.resolve('copied'))).toBe('copied');
  const start = () => startEmbedded({ dataDir, durable: false });
  const used = resting.copy(async () => (await start()).stop());
  await expect(used).rejects.toThrow('was started while it was being copied');
});

test('a copy that fails under a server that was started meanwhile says so', async () => {
  const resting = await rest();
  const alone = resting.copy(() => Promise.reject(new Error('the disk is full')));
  await expect(alone).rejects.toThrow('the disk is full');
  let stop = () => Promise.resolve();
  const torn = resting.copy(async () => {
    ({ stop } = await startEmbedded({ dataDir, durable: false }));
    throw new Error('pgstat.stat is gone');
  });
  await expect(torn).rejects.toThrow('was started while it was being copied');
  await stop();
});

test('what cannot be filled, or is of another major version, takes no place', async () => {
  const resting = await rest();
  const options = { dataDir: join(home, 'other'), replace: false, stamp: 'then' };
  const fails = placeNetwork(options, () => Promise.reject(new Error('the disk is full')));
  await expect(fails).rejects.toThrow('the disk is full');
  const older = placeNetwork(options, async (folder) => {
    cpSync(resting.cluster, folder, { recursive: true });
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '17\n');
  });
  await expect(older).rejects.toThrow('was written by PostgreSQL 17');
  expect(clusters(options.dataDir)).toEqual([]);
});

test('a network that began while another was being brought is not overwritten', async () => {
  const resting = await rest();
  const late = join(home, 'late');
  const placing = placeNetwork({ dataDir: late, replace: false, stamp: 'then' }, async (folder) => {
    const { stop } = await startEmbedded({ dataDir: late, durable: false });
    await stop();
    cpSync(resting.cluster, folder, { recursive: true });
  });
  await expect(placing).rejects.toThrow(`There is a network in ${late} already`);
  expect(clusters(late)).toEqual(['cluster']);
});

test('a restore that was killed between its renames is finished by what looks next', async () => {
  const killed = await aCopy('killed');
  const cut = () => renameSync(join(killed, 'cluster'), join(killed, 'cluster-restored'));
  cut();
  expect((await restEmbedded({ dataDir: killed })).cluster).toBe(join(killed, 'cluster'));
  cut();
  const options = { dataDir: killed, replace: false, stamp: 'then' };
  const second = placeNetwork(options, () => Promise.reject(new Error('was filled')));
  await expect(second).rejects.toThrow(`There is a network in ${killed} already`);
  expect(clusters(killed)).toEqual(['cluster']);
});

test('what a restore left that was killed before, with the network still in its place, is removed', async () => {
  const killed = await aCopy('killed-before');
  const remains = ['cluster-restored', `cluster-draft-${2 ** 22 + 1}-00`];
  for (const name of remains) mkdirSync(join(killed, name));
  const options = { dataDir: killed, replace: true, stamp: 'then' };
  const failing = placeNetwork(options, () => {
    expect(clusters(killed)).toHaveLength(2);
    return Promise.reject(new Error('the disk is full'));
  });
  await expect(failing).rejects.toThrow('the disk is full');
  mkdirSync(join(killed, 'cluster-restored'));
  const { stop } = await startEmbedded({ dataDir: killed, durable: false });
  await stop();
  expect(clusters(killed)).toEqual(['cluster']);
});

test('also one that does not start any more is replaced, and kept aside', async () => {
  const resting = await rest();
  const broken = join(home, 'broken');
  cpSync(dataDir, broken, { recursive: true });
  rmSync(join(broken, 'cluster', 'data', 'global'), { recursive: true });
  const options = { dataDir: broken, replace: true, stamp: 'then' };
  const placed = await placeNetwork(options, async (folder) => {
    cpSync(resting.cluster, folder, { recursive: true });
  });
  expect(placed).toEqual({ folder: broken, replaced: join(broken, 'cluster-replaced-then') });
  const { stop } = await startEmbedded({ dataDir: broken, durable: false });
  await stop();
});
