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

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'include-private': { type: 'boolean', default: false },
        'include-addresses': { type: 'boolean', default: false },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return undefined;
    return {
      path: typedPath(path),
      privateSpaces: values['include-private'],
      addresses: values['include-addresses'],
    };
  } catch {
    return undefined;
  }
}

/** Writes what the network owns into a folder that `archive:import` reads back. */
export const exportTheArchive: Command = async (config, args) => {
  const wish = readArguments(args);
  if (wish === undefined) throw new StartError(usage);
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
