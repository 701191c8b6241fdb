import { parseArgs } from 'node:util';
import { StartError } from '@counterpart/db';
import { exportNetwork } from '../features/archive/index.ts';
import { openCommandHouse } from '../house.ts';
import { createProgress } from '../platform/progress.ts';
import { startDatabase } from '../start-database.ts';
import type { Command } from './command.ts';
import { typedPath } from './typed-path.ts';

const usage = `Say where the archive goes; the folder must not be there yet:
  npm run archive:export -- <folder>
With --include-private also private spaces, with --include-addresses also the mail addresses of members.`;

const wrong = (what: string) => new StartError(`${what}\n${usage}`);

function parsed(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      'include-private': { type: 'boolean', default: false },
      'include-addresses': { type: 'boolean', default: false },
    },
  });
}

function readArguments(args: string[]) {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(args);
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = read;
  const [path, ...more] = positionals;
  if (path === undefined) throw wrong('No folder is named.');
  if (more.length > 0) throw wrong(`There is more than one folder: ${more.join(', ')}.`);
  return {
    path: typedPath(path),
    privateSpaces: values['include-private'],
    addresses: values['include-addresses'],
  };
}

/** Writes what the network owns into a folder that `archive:import` reads back. */
export const exportTheArchive: Command = async (config, args) => {
  const wish = readArguments(args);
  const running = await startDatabase(config, { beside: true });
  try {
    const house = openCommandHouse(config, running.url);
    try {
      const { threads, posts, people, leftOut } = await exportNetwork(
        house,
        running.url,
        wish,
        createProgress,
      );
      const written = `Written to ${wish.path}: ${threads} threads, ${posts} posts, ${people} people.`;
      return leftOut === 0
        ? written
        : `${written}\nPrivate spaces left out: ${leftOut}. With --include-private they leave too.`;
    } finally {
      await house.close();
    }
  } finally {
    await running.stop();
  }
};
