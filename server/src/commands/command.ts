import type { Config } from '../config.ts';

/** One `npm run <name>`: does its work and gives what to print. */
export type Command = (config: Config, args: string[]) => Promise<string>;
