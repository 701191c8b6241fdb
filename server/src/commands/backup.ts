import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@counterpart/db';
import { makeBackup, readBackup } from '../backup/backup.ts';
import { databaseSource } from '../backup/database.ts';
import { embeddedSource } from '../backup/embedded.ts';
import { listFolder } from '../backup/files.ts';
import type { Command } from './command.ts';
import { typedPath } from './typed-path.ts';

const usage =
  'Say in which folder the backup shall be made, best on another disk: npm run backup -- /mnt/backups';

/** Copies the whole network into a new dated folder and reads it back. */
export const makeNetworkBackup: Command = async (config, args) => {
  const [home, ...more] = args;
  if (home === undefined || home.startsWith('-') || more.length > 0) throw new StartError(usage);
  const { databaseUrl } = config;
  const source = databaseUrl === undefined ? embeddedSource(config) : databaseSource(databaseUrl);
  const folder = await makeBackup(typedPath(home), source, new Date());
  const { from } = await readBackup(folder);
  const { files } = listFolder(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return (
    `${folder} holds ${from}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, read back and ` +
    'found whole. It holds everything that people wrote: keep it where nobody else can read it.'
  );
};
