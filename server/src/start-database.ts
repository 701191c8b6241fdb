import { checkDatabase, migrate } from '@counterpart/db';
import { startEmbedded } from '@counterpart/db/embedded';
import type { Config } from './config.ts';

export interface RunningDatabase {
  /** Address for the owner; serving connections take the role counterpart_app. */
  url: string;
  embedded: boolean;
  /** Stops the embedded database, when this process holds it. */
  stop: () => Promise<void>;
}

/**
 * Starts the embedded database or takes the one that DATABASE_URL names, checks and migrates it.
 * `beside` is for commands: they may work on the database of a server that is running.
 */
export async function startDatabase(
  config: Config,
  { beside = false }: { beside?: boolean } = {},
): Promise<RunningDatabase> {
  const database = await open(config, beside);
  try {
    await checkDatabase(database.url);
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function open(config: Config, beside: boolean): Promise<RunningDatabase> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, embedded: false, stop: () => Promise.resolve() };
  }
  const { dataDir, systemDir } = config;
  return { ...(await startEmbedded({ dataDir, systemDir, beside })), embedded: true };
}
