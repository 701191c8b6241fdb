import { parseArgs } from 'node:util';
import { StartError } from '@counterpart/db';
import { mustSuit, readBackup } from '../backup/backup.ts';
import { restoreDatabase } from '../backup/database.ts';
import { restoreEmbedded } from '../backup/embedded.ts';
import { onDisk } from '../platform/disk.ts';
import type { Command } from './command.ts';
import { typedPath } from './typed-path.ts';

const usage =
  'Say which backup: npm run restore -- /mnt/backups/counterpart-2026-01-31-020000. With --replace also ' +
  'where a network is.';

function readArguments(args: string[]): { folder: string; replace: boolean } {
  try {
    const options = { replace: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [folder, ...more] = positionals;
    if (folder !== undefined && more.length === 0)
      return { folder: typedPath(folder), replace: values.replace };
  } catch {
    // An option that there is not.
  }
  throw new StartError(usage);
}

/** Brings a network back from a backup that is whole: all of it, or nothing is changed. */
export const restoreNetwork: Command = async (config, args) => {
  const { folder, replace } = readArguments(args);
  const about = await onDisk('Nothing was restored', () => readBackup(folder));
  mustSuit(folder, about);
  return about.kind === 'dump'
    ? restoreDatabase(config.databaseUrl, folder, about, replace)
    : restoreEmbedded(config, folder, about, replace);
};
