// `npm run admin:create` and its like: a named command of the server, built first when needed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { program, Refusal } from './say.mjs';

await program(async () => {
  await prepare({ build: true });
  const commands = join(root, 'server', 'dist', 'commands.js');
  if (!existsSync(commands)) throw new Refusal('This version of the server has no commands.');
  const args = ['--enable-source-maps', commands, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
