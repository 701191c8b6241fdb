import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase, StartError } from '@counterpart/db';
import { placeNetwork, restEmbedded } from '@counterpart/db/embedded/at-rest';
import type { Config } from '../config.ts';
import { onDisk } from '../platform/disk.ts';
import { type About, type Source, stampOf } from './backup.ts';
import { copyFile, listFolder, type Sums } from './files.ts';

/** The files of PostgreSQL, below the folder of the backup. */
const FILES = 'files';

/** Copies the embedded network at rest; refuses while a server runs. */
export function embeddedSource({ dataDir, systemDir }: Config): Source {
  return async (draft) => {
    const resting = await restEmbedded({ dataDir, systemDir }, checkDatabase);
    const { cluster, major } = resting;
    const sums = await resting.copy(() => copyFolder(cluster, draft));
    return { kind: 'files', from: `the embedded network in ${cluster}`, postgres: major, sums };
  };
}

async function copyFolder(cluster: string, draft: string): Promise<Sums> {
  const { files, emptyFolders } = listFolder(cluster);
  const sums: Sums = new Map();
  for (const file of files) {
    const path = `${FILES}/${file}`;
    sums.set(path, await copyFile(join(cluster, file), join(draft, path)));
  }
  for (const folder of emptyFolders) makeFolder(join(draft, FILES, folder));
  return sums;
}

/** Puts the files of a checked backup where the embedded network belongs; tells where in a sentence. */
export async function restoreEmbedded(
  { dataDir, systemDir, databaseUrl }: Config,
  folder: string,
  { emptyFolders }: About,
  replace: boolean,
): Promise<string> {
  if (databaseUrl !== undefined) {
    throw new StartError(
      `The backup in ${folder} holds the files of an embedded network, and DATABASE_URL is set. Leave it ` +
        'out, and set DATA_DIR to where the network shall be.',
    );
  }
  const home = join(folder, FILES);
  const options = { dataDir, systemDir, replace, stamp: stampOf(new Date()) };
  const placed = await onDisk('Nothing was restored', () =>
    placeNetwork(options, async (draft) => {
      for (const file of listFolder(home).files)
        await copyFile(join(home, file), join(draft, file));
      for (const path of emptyFolders) makeFolder(join(draft, path.slice(FILES.length + 1)));
    }),
  );
  const aside =
    placed.replaced === undefined
      ? ''
      : ` The network that was there is in ${placed.replaced}: remove it when you no longer need it.`;
  return `The network from ${folder} is in ${placed.folder} and starts with the next start.${aside}`;
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}
