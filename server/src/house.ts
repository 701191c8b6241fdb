import { type Clock, type Database, openDatabase, systemClock } from '@counterpart/db';
import type { Config } from './config.ts';
import { noteOwnPost } from './features/reading/index.ts';
import { indexWhatIsWritten } from './features/search/index.ts';
import { createHooks, type Hooks } from './platform/hooks.ts';
import type { House } from './platform/house.ts';
import { createTextRenderer } from './platform/text/index.ts';

/** What features do inside the transactions of earlier ones, in this order. */
export function registerHooks(hooks: Hooks): Hooks {
  hooks.on('post.created', noteOwnPost);
  indexWhatIsWritten(hooks);
  return hooks;
}

export interface CommandHouse extends House {
  close(): Promise<void>;
}

/** A house without a door: for commands, which act while no request is served by them. */
export function openCommandHouse(
  config: Config,
  databaseUrl: string,
  clock: Clock = systemClock,
): CommandHouse {
  const db: Database = openDatabase({ url: databaseUrl, clock, connections: 4 });
  const text = createTextRenderer();
  return {
    config,
    db,
    text,
    hooks: registerHooks(createHooks()),
    asOf: () => 0,
    async close() {
      await db.numberer.drain();
      await text.close();
      await db.close();
    },
  };
}
