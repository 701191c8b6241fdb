import type { Database } from '@counterpart/db';
import type { Config } from '../config.ts';
import type { Hooks } from './hooks.ts';
import type { TextRenderer } from './text/renderer.ts';

/** What every action and query may use. */
export interface House {
  config: Config;
  db: Database;
  text: TextRenderer;
  hooks: Hooks;
  /** The highest number of the log this process has seen: what an answer certainly contains. */
  asOf(): number;
}
