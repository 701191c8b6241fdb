import { checkDatabase, migrate } from '@counterpart/db';
import { type EmbeddedOptions, startEmbedded } from '@counterpart/db/embedded';
import type { Config } from './config.ts';

type Wishes = Pick<EmbeddedOptions, 'beside' | 'notify'>;

export interface RunningDatabase {
  /** Address for the owner; serving connections take the role counterpart_app. */
  url: string;
  /** Which one it is, in words. */
  name: string;
  /** Stops the embedded database, when this process holds it. */
  stop: () => Promise<void>;
}

/**
 * Starts the embedded database or takes the one that DATABASE_URL names, checks and migrates it.
 * `beside` is for commands: they may work on the database of a server that is running. `notify` is
 * told in a sentence when the embedded database had to be started again.
 */
export async function startDatabase(
  config: Config,
  options: Wishes = {},
): Promise<RunningDatabase> {
  const database = await open(config, options);
  try {
    await checkDatabase(database.url);
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function open(config: Config, options: Wishes): Promise<RunningDatabase> {
  const { databaseUrl, dataDir, systemDir } = config;
  if (databaseUrl !== undefined) {
    const { host, pathname } = new URL(databaseUrl);
    const name = `the database "${decodeURIComponent(pathname.slice(1))}" at ${host}`;
    return { url: databaseUrl, name, stop: () => Promise.resolve() };
  }
  const { folder, ...running } = await startEmbedded({ dataDir, systemDir, ...options });
  return { ...running, name: `the embedded database in ${folder}` };
}
