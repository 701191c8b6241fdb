import { parseArgs } from 'node:util';
import {
  emptyUnfinishedSeed,
  markSeeded,
  readNetwork,
  StartError,
  settleNetwork,
  tidyTables,
} from '@counterpart/db';
import { seedBench } from '../bench/seed.ts';
import { type BenchSize, refuseSize } from '../bench/size.ts';
import type { Config } from '../config.ts';
import { openCommandHouse } from '../house.ts';
import { createProgress } from '../platform/progress.ts';
import { type RunningDatabase, startDatabase } from '../start-database.ts';
import type { Command } from './command.ts';

const usage = `Say how much the network holds; these are the usual numbers:
  npm run bench:seed -- --members 300 --threads 2000 --posts 30000 --largest 1000 --seed 1`;
const elsewhere =
  'Name an empty database in DATABASE_URL, or a folder of its own in DATA_DIR for the embedded one.';

function readArguments(args: string[]): BenchSize {
  const number = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({
    args,
    options: {
      members: number('300'),
      threads: number('2000'),
      posts: number('30000'),
      largest: number('1000'),
      seed: number('1'),
    },
  });
  const read = (text: string) => {
    if (!/^\d{1,9}$/.test(text)) throw new StartError(usage);
    return Number(text);
  };
  return {
    members: read(values.members),
    threads: read(values.threads),
    posts: read(values.posts),
    largest: read(values.largest),
    seed: read(values.seed),
  };
}

function readSize(args: string[]): BenchSize {
  let size: BenchSize;
  try {
    size = readArguments(args);
  } catch {
    throw new StartError(usage);
  }
  const wrong = refuseSize(size);
  if (wrong !== undefined) throw new StartError(`${wrong}\n${usage}`);
  return size;
}

/** Leaves an empty network of mode `bench`, or refuses to touch what somebody may still want. */
async function settleBench({ url, name }: RunningDatabase): Promise<void> {
  const found = await readNetwork(url);
  if (found !== undefined && found.mode !== 'bench') {
    throw new StartError(
      `In ${name} is a ${found.mode} network, and a bench network is only ever made in an empty database. ${elsewhere}`,
    );
  }
  if (found !== undefined && found.seededAt !== null) {
    throw new StartError(`In ${name} is a bench network already, and it is complete. ${elsewhere}`);
  }
  await settleNetwork(url, {
    mode: 'bench',
    isModeNamed: true,
    isEmbedded: false,
    now: new Date(),
  });
  if (found !== undefined) await emptyUnfinishedSeed(url);
}

function refuseOwnDatabase({ databaseUrl, systemDir }: Config): void {
  // The place for a root's database is given only when DATA_DIR is not.
  if (databaseUrl !== undefined || systemDir === undefined) return;
  throw new StartError(`The database of this checkout is not for measuring. ${elsewhere}`);
}

/** Fills an empty database for measuring; prints where to look in it as one JSON object. */
export const seedTheBench: Command = async (config, args) => {
  const size = readSize(args);
  refuseOwnDatabase(config);
  const running = await startDatabase(config, { beside: true });
  try {
    await settleBench(running);
    const house = openCommandHouse(config, running.url);
    try {
      const places = await seedBench(house, size, createProgress);
      await house.db.numberer.drain();
      await tidyTables(running.url);
      await markSeeded(running.url, new Date());
      return JSON.stringify(places);
    } finally {
      await house.close();
    }
  } finally {
    await running.stop();
  }
};
