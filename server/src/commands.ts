// `npm run <command>`: what the server does once from the command line.
import { StartError } from '@counterpart/db';
import { createAdmin } from './commands/admin-create.ts';
import { exportTheArchive } from './commands/archive-export.ts';
import { bringArchive } from './commands/archive-import.ts';
import { makeNetworkBackup } from './commands/backup.ts';
import { seedTheBench } from './commands/bench-seed.ts';
import type { Command } from './commands/command.ts';
import { restoreNetwork } from './commands/restore.ts';
import { evaluateSearch } from './commands/search-evaluate.ts';
import { initServer } from './commands/server-init.ts';
import { readConfig } from './config.ts';
import { unexpected } from './platform/failure.ts';

const commands = new Map<string, Command>([
  ['admin:create', createAdmin],
  ['archive:export', exportTheArchive],
  ['archive:import', bringArchive],
  ['backup', makeNetworkBackup],
  ['restore', restoreNetwork],
  ['search:evaluate', evaluateSearch],
  ['server:init', initServer],
  ['bench:seed', seedTheBench],
]);

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = commands.get(name);
  if (command === undefined) {
    throw new StartError(
      `There is no command ${name}. There are: ${[...commands.keys()].join(', ')}`,
    );
  }
  process.stdout.write(`${await command(readConfig(process.env), args)}\n`);
} catch (error) {
  const text = error instanceof StartError ? error.message : unexpected(error);
  // A connection that nobody answers would keep the process alive.
  process.stderr.write(`${text}\n`, () => process.exit(2));
}
