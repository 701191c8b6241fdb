import { parseArgs } from 'node:util';
import { offeredSharing } from '@counterpart/contract';
import { StartError } from '@counterpart/db';
import {
  describeReport,
  importArchive,
  importExport,
  isImportFormat,
  isOrigin,
} from '../features/archive/index.ts';
import { openCommandHouse } from '../house.ts';
import { createProgress } from '../platform/progress.ts';
import { startDatabase } from '../start-database.ts';
import type { Command } from './command.ts';
import { typedPath } from './typed-path.ts';

const usage = `Say what is brought in, and where to:
  npm run archive:import -- --format stackexchange <folder> --space <slug>
  npm run archive:import -- --format mbox <file> --space <slug>
  npm run archive:import -- --format counterpart <folder>
With --sharing network or space (otherwise the widest that the space allows), and --language en, fr, ar
or another for texts whose language cannot be told. An export of Counterpart has its own spaces,
labels and languages; --origin own says that this network wrote it, --origin foreign that it did not.`;

const wrong = (what: string) => new StartError(`${what}\n${usage}`);

function parsed(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      space: { type: 'string' },
      sharing: { type: 'string' },
      language: { type: 'string', default: 'en' },
      origin: { type: 'string' },
    },
  });
}

function readArguments(args: string[]) {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(args);
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : usage);
  }
  const { values, positionals } = read;
  const { format, space, sharing, language, origin } = values;
  const [typed, ...more] = positionals;
  if (typed === undefined) throw wrong('No archive is named.');
  if (more.length > 0) throw wrong(`There is more than one archive: ${more.join(', ')}.`);
  const path = typedPath(typed);
  if (format === 'counterpart') {
    if (space !== undefined || sharing !== undefined) throw wrong('An export has its own spaces.');
    if (origin !== undefined && !isOrigin(origin)) throw wrong(`There is no origin ${origin}.`);
    return { path, origin };
  }
  if (origin !== undefined) throw wrong('Only an export of Counterpart has an origin.');
  if (!isImportFormat(format)) throw wrong(`There is no format ${format ?? 'named'}.`);
  if (!space) throw wrong('No space is named.');
  const label = offeredSharing.find((one) => one === sharing);
  if (label !== sharing) throw wrong(`There is no label ${sharing}.`);
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    throw wrong(`${language} is no tag of a language.`);
  }
  return { format, path, space, sharing: label, language };
}

/** Brings an archive into a space; again goes on where it was, or changes nothing. */
export const bringArchive: Command = async (config, args) => {
  const wanted = readArguments(args);
  const running = await startDatabase(config, { beside: true });
  try {
    const house = openCommandHouse(config, running.url);
    try {
      const report =
        wanted.format !== undefined
          ? await importArchive(house, running.url, wanted, createProgress)
          : await importExport(house, running.url, wanted, createProgress);
      return describeReport(report);
    } finally {
      await house.close();
    }
  } finally {
    await running.stop();
  }
};
