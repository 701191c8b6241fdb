import { parseArgs } from 'node:util';
import { offeredSharing } from '@counterpart/contract';
import { StartError } from '@counterpart/db';
import {
  describeReport,
  importArchive,
  importExport,
  isImportFormat,
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
labels and languages.`;

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      space: { type: 'string' },
      sharing: { type: 'string' },
      language: { type: 'string', default: 'en' },
    },
  });
  const { format, space, sharing, language } = values;
  const [typed, ...more] = positionals;
  const path = typed === undefined ? undefined : typedPath(typed);
  const label = offeredSharing.find((one) => one === sharing);
  const isLanguage = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language);
  const isExport = format === 'counterpart' && space === undefined && sharing === undefined;
  if (isExport && path !== undefined && more.length === 0) return { path };
  if (!isImportFormat(format) || path === undefined || space === undefined) return undefined;
  if (more.length > 0 || label !== sharing || !isLanguage) return undefined;
  return { format, path, space, sharing: label, language };
}

/** Brings an archive into a space; again goes on where it was, or changes nothing. */
export const bringArchive: Command = async (config, args) => {
  let wanted: ReturnType<typeof readArguments>;
  try {
    wanted = readArguments(args);
  } catch {
    wanted = undefined;
  }
  if (wanted === undefined) throw new StartError(usage);
  const running = await startDatabase(config, { beside: true });
  try {
    const house = openCommandHouse(config, running.url);
    try {
      const report =
        wanted.format !== undefined
          ? await importArchive(house, running.url, wanted, createProgress)
          : await importExport(house, running.url, wanted.path, createProgress);
      return describeReport(report);
    } finally {
      await house.close();
    }
  } finally {
    await running.stop();
  }
};
